import type { Locator, Page } from '@playwright/test';
import { pattern, type Words, words } from '../support/words.ts';

/** The area where reports are made. */
export class ReportsArea {
  readonly window: Page;
  readonly text: Words;
  readonly list: Locator;
  readonly pages: Locator;
  readonly export: Locator;
  /** Says where the PDF lies. */
  readonly done: Locator;

  constructor(window: Page, text: Words = words.zh) {
    this.window = window;
    this.text = text;
    this.list = window.getByRole('region', { name: text.reports.list, exact: true });
    this.pages = window.getByRole('list', { name: text.reports.pages }).getByRole('listitem');
    this.export = window.getByRole('button', { name: text.reports.export, exact: true });
    this.done = window.getByRole('status').filter({ hasText: pattern(text.reports.exported) });
  }

  async create(): Promise<void> {
    await this.window.getByRole('button', { name: this.text.reports.create }).first().click();
  }
}
