import { expect, type Locator, type Page } from '@playwright/test';
import { type Words, words } from '../support/words.ts';
import { Frame } from './frame.ts';

/** The first screen. */
export class StartScreen {
  readonly window: Page;
  readonly text: Words;
  readonly sampleButton: Locator;
  readonly alert: Locator;

  constructor(window: Page, text: Words = words.zh) {
    this.window = window;
    this.text = text;
    this.sampleButton = this.button(text.start.openSample);
    this.alert = window.getByRole('main').getByRole('alert');
  }

  button(name: string): Locator {
    return this.window.getByRole('button', { name, exact: true });
  }

  /** A workspace that was opened before. */
  recent(name: string): Locator {
    return this.window.getByRole('region', { name: this.text.start.recent }).getByRole('button', { name }).first();
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
    // The sample is made when it is opened first, and every definition of its playbook computed.
    await expect(frame.rail).toBeVisible({ timeout: 60_000 });
    return frame;
  }
}
