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
  readonly open: Locator;
  readonly showInFolder: Locator;

  constructor(window: Page, text: Words = words.zh) {
    this.window = window;
    this.text = text;
    this.list = window.getByRole('region', { name: text.reports.list, exact: true });
    this.pages = window.getByRole('list', { name: text.reports.pages }).getByRole('listitem');
    this.export = window.getByRole('button', { name: text.reports.export, exact: true });
    this.open = window.getByRole('button', { name: text.common.exported.open, exact: true });
    this.showInFolder = window.getByRole('button', { name: text.common.exported.show, exact: true });
    this.done = window.getByRole('status').filter({ hasText: pattern(text.reports.exported) });
  }

  /** The names on the pages, in their order. */
  names(): Promise<string[]> {
    return this.pages.locator('[title]').evaluateAll((shown) => shown.map((each) => each.getAttribute('title') ?? ''));
  }

  page(name: string): Locator {
    return this.pages.filter({ hasText: name });
  }

  /** The handle by which a page is moved. */
  handle(name: string): Locator {
    return this.window.getByRole('button', { name: this.text.reports.move.replace('{{name}}', name), exact: true });
  }

  /** The button that puts other words in the place of the product's. */
  rewrite(name: string): Locator {
    const label = this.text.reports.finding.rewriteOf.replace('{{name}}', name);
    return this.window.getByRole('button', { name: label, exact: true });
  }

  async show(view: 'edit' | 'preview'): Promise<void> {
    await this.window.getByText(this.text.reports.views[view], { exact: true }).click();
  }

  get preview(): Locator {
    return this.window.getByRole('region', { name: this.text.reports.preview.label });
  }

  async create(): Promise<void> {
    await this.window.getByRole('button', { name: this.text.reports.create, exact: true }).first().click();
  }
}
