import type { Locator, Page } from '@playwright/test';
import { type Words, words } from '../support/words.ts';
import { pickOption } from './select.ts';

/** The area that says which table lists the clients. */
export class ClientsArea {
  readonly window: Page;
  readonly text: Words;
  /** The panel with the number of clients and what does not fit. */
  readonly summary: Locator;

  constructor(window: Page, text: Words = words.zh) {
    this.window = window;
    this.text = text;
    this.summary = window.getByRole('complementary', { name: text.clients.summary });
  }

  async chooseTable(name: string): Promise<void> {
    await pickOption(this.window, this.window.getByRole('combobox', { name: this.text.clients.table }).first(), name);
  }

  /** Each row of the list is a client of its own. */
  async eachRowIsOne(): Promise<void> {
    await this.window.getByRole('radio', { name: this.text.clients.keyRow }).check();
  }

  /** The same where something goes by tables that have then no key to be linked by. */
  async eachRowIsOneAnyway(): Promise<void> {
    await this.window.getByRole('radio', { name: this.text.clients.keyRow }).click();
    await this.window.getByRole('button', { name: this.text.clients.leave.confirm }).click();
  }

  figure(): Locator {
    return this.summary.locator('strong').first();
  }
}
