import { expect, type Locator, type Page } from '@playwright/test';
import { fill, type Words, words } from '../support/words.ts';
import { pickOption } from './select.ts';

type Setting = 'table' | 'cost' | 'return' | 'periodField' | 'dateField' | 'unit' | 'campaign' | 'scope';

/** The area that says what campaigns cost and returned. */
export class RoiArea {
  readonly window: Page;
  readonly text: Words;
  readonly list: Locator;
  readonly name: Locator;
  readonly settings: Locator;
  readonly campaigns: Locator;
  /** The panel with the half-life. */
  readonly result: Locator;
  readonly error: Locator;

  constructor(window: Page, text: Words = words.zh) {
    this.window = window;
    this.text = text;
    this.list = window.getByRole('region', { name: text.roi.list, exact: true });
    this.name = window.getByRole('textbox', { name: text.roi.name, exact: true });
    this.settings = window.getByRole('region', { name: text.roi.settings.label, exact: true });
    this.campaigns = window.getByRole('region', { name: text.roi.table.title, exact: true }).getByRole('table');
    this.result = window.getByRole('complementary', { name: text.roi.inspector.label });
    this.error = window.getByRole('alert');
  }

  async create(): Promise<void> {
    await this.window.getByRole('button', { name: this.text.roi.create, exact: true }).first().click();
  }

  /** The big figure; nothing while it is worked out. */
  halfLife(): Locator {
    return this.result.locator('strong').first();
  }

  async expectHalfLife(value: string): Promise<void> {
    await expect(this.halfLife()).toHaveText(value);
  }

  campaign(name: string): Locator {
    return this.campaigns.getByRole('button', { name, exact: true });
  }

  /** The cells of a campaign: cost, return, ROAS, ROI, half-life, R², payback, refresh. */
  cells(name: string): Locator {
    return this.campaigns.getByRole('row').filter({ hasText: name }).getByRole('cell');
  }

  finding(): Locator {
    return this.result.getByRole('region', { name: this.text.roi.inspector.finding });
  }

  setting(name: Setting): Locator {
    return this.settings.getByRole('combobox', { name: this.text.roi.settings[name] });
  }

  async choose(name: Setting, option: string): Promise<void> {
    await pickOption(this.window, this.setting(name), option);
  }

  /** Presses one of the choices that stand side by side. */
  async press(word: string): Promise<void> {
    await this.settings.getByText(word, { exact: true }).click();
  }

  async asTable(): Promise<void> {
    await this.window.getByRole('button', { name: this.text.common.chart.asTable }).click();
  }

  periods(name: string): Locator {
    return this.window
      .getByRole('region', { name: fill(this.text.roi.periods.label, { name }), exact: true })
      .getByRole('table');
  }
}
