import type { Locator, Page } from '@playwright/test';
import { type Words, words } from '../support/words.ts';
import { pickOption } from './select.ts';

/** The area that says which table lists the clients. */
export class ClientsArea {
  /** The panel with the number of clients and what does not fit. */
  readonly summary: Locator;

  constructor(
    readonly window: Page,
    readonly text: Words = words.zh,
  ) {
    this.summary = window.getByRole('complementary', { name: text.clients.summary });
  }

  async chooseTable(name: string): Promise<void> {
    await pickOption(this.window, this.window.getByRole('combobox', { name: this.text.clients.table, exact: true }), name);
  }

  /** Each row of the list is a client of its own. */
  async eachRowIsOne(): Promise<void> {
    await this.window.getByRole('radio', { name: this.text.clients.keyRow }).check();
  }

  figure(): Locator {
    return this.summary.locator('strong').first();
  }
}
