import { expect, type Locator, type Page } from '@playwright/test';
import { fill, type Words, words } from '../support/words.ts';
import { pickOption } from './select.ts';

/** The panel that shows how a file would be read, and loads it. */
export class ImportPanel {
  readonly window: Page;
  readonly text: Words;
  readonly load: Locator;
  readonly discard: Locator;
  readonly cancel: Locator;
  readonly progress: Locator;
  readonly sample: Locator;
  /** What went wrong with this file. */
  readonly alert: Locator;

  constructor(window: Page, text: Words = words.zh) {
    this.window = window;
    this.text = text;
    const button = (name: string) => window.getByRole('button', { name, exact: true });
    this.load = button(text.intake.load);
    this.discard = button(text.intake.discard);
    this.cancel = window.getByRole('button', { name: spaced(text.common.actions.cancel) });
    this.progress = window.getByRole('progressbar');
    this.sample = window.getByRole('region', { name: text.intake.sampleLabel });
    this.alert = window.getByRole('main').getByRole('alert');
  }

  setting(label: string): Locator {
    return this.window.locator('label').filter({ hasText: label });
  }

  get name(): Locator {
    return this.window.getByRole('textbox', { name: this.text.intake.name });
  }

  typeOf(column: string): Locator {
    return this.window.getByRole('combobox', { name: fill(this.text.intake.typeOf, { column }), exact: true });
  }

  async chooseType(column: string, type: keyof Words['common']['fieldType']): Promise<void> {
    // By its option: the same words are also the title of every select that has them chosen.
    await pickOption(this.window, this.typeOf(column), this.text.common.fieldType[type]);
  }

  /** Loads the file, if the look at it has not already told what is wrong. */
  async tryToLoad(): Promise<void> {
    const ready = this.window.locator('button:enabled').and(this.load);
    await expect(ready.or(this.alert)).toBeVisible();
    if (await this.alert.isHidden()) await this.load.click();
  }

  /** Waits for the look at the file, loads it and waits until the panel has gone. */
  async loadWhole(): Promise<void> {
    await expect(this.load).toBeEnabled();
    await this.load.click();
    await expect(this.load).toBeHidden({ timeout: 60_000 });
  }
}

/** The component library puts a space between two Chinese characters on a button. */
export const spaced = (name: string) => new RegExp(`^${[...name].join('\\s?')}$`);
