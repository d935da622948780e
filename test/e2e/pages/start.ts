import { expect, type Locator, type Page } from '@playwright/test';
import { fill, type Words, words } from '../support/words.ts';
import { Frame } from './frame.ts';

/** The first screen. */
export class StartScreen {
  readonly sampleButton: Locator;
  readonly alert: Locator;

  constructor(
    readonly window: Page,
    readonly text: Words = words.zh,
  ) {
    this.sampleButton = this.button(text.start.openSample);
    this.alert = window.getByRole('alert');
  }

  button(name: string): Locator {
    return this.window.getByRole('button', { name, exact: true });
  }

  /** A workspace that was opened before. */
  recent(name: string): Locator {
    return this.button(fill(this.text.start.openNamed, { name }));
  }

  async openSample(): Promise<Frame> {
    await this.sampleButton.click();
    return this.opened();
  }

  /** Makes a workspace where `willSaveTo` said. */
  async create(): Promise<Frame> {
    await this.button(this.text.start.create).click();
    return this.opened();
  }

  private async opened(): Promise<Frame> {
    const frame = new Frame(this.window, this.text);
    await expect(frame.rail).toBeVisible();
    return frame;
  }
}
