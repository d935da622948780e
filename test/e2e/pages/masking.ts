import { expect, type Locator, type Page } from '@playwright/test';
import { fill, type Words, words } from '../support/words.ts';
import { spaced } from './intake.ts';

/** What stands between a mask and what is behind it: the dialog that asks why, the revealed cell, the export. */
export class Masking {
  readonly window: Page;
  readonly text: Words;
  readonly dialog: Locator;
  readonly reason: Locator;
  readonly revealed: Locator;
  readonly exportButton: Locator;

  constructor(window: Page, text: Words = words.zh) {
    this.window = window;
    this.text = text;
    this.dialog = window.getByRole('dialog');
    this.reason = this.dialog.getByRole('textbox', { name: text.privacy.reason.label });
    this.revealed = window.locator('.reveal-bar');
    this.exportButton = window.getByRole('button', { name: text.privacy.export.action });
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name: spaced(name) });
  }

  async give(reason: string, confirm: string): Promise<void> {
    await this.reason.fill(reason);
    await this.button(confirm).click();
    await expect(this.dialog).toBeHidden();
  }

  unmask(field: string): Locator {
    return this.dialog.getByRole('checkbox', { name: fill(this.text.privacy.export.unmask, { field }), exact: true });
  }

  classOf(field: string): Locator {
    const label = fill(this.text.privacy.classes.change, { field });
    return this.window.getByRole('button', { name: new RegExp(`· ${label}$`) });
  }

  async chooseClass(field: string, sensitivity: keyof Words['common']['sensitivity']): Promise<void> {
    await this.classOf(field).click();
    const name = this.text.common.sensitivity[sensitivity];
    await this.window.locator('.ant-select-item-option').filter({ hasText: name, visible: true }).first().click();
  }
}
