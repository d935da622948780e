import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import { type Words, words } from '../support/words.ts';

/** The palette, and undo and redo in the bar. */
export class Commands {
  readonly window: Page;
  readonly text: Words;
  readonly dialog: Locator;
  readonly box: Locator;
  readonly options: Locator;
  readonly undo: Locator;
  readonly redo: Locator;

  constructor(window: Page, text: Words = words.zh) {
    this.window = window;
    this.text = text;
    this.dialog = window.getByRole('dialog', { name: text.commands.palette.title });
    this.box = this.dialog.getByRole('combobox');
    this.options = this.dialog.getByRole('option');
    const bar = window.getByRole('banner');
    this.undo = bar.getByRole('button', { name: 'Ctrl+Z' });
    this.redo = bar.getByRole('button', { name: 'Ctrl+Shift+Z' });
  }

  /** Opens the palette by its shortcut. */
  async open(): Promise<void> {
    await this.window.keyboard.press('Control+k');
    await expect(this.box).toBeFocused();
  }

  /** Finds a command by letters and runs the first that is found. */
  async run(query: string, title: string): Promise<void> {
    await this.open();
    await this.box.fill(query);
    await expect(this.options.first()).toContainText(title);
    await this.window.keyboard.press('Enter');
    await expect(this.dialog).toBeHidden();
  }
}

export interface MenuItem {
  id: string;
  label: string;
  accelerator: string | null;
  enabled: boolean;
  /** Whether pressing the keys would choose it, beside showing them. */
  registers: boolean;
}

/** The application menu as the system has it. */
export function menuItems(app: ElectronApplication): Promise<Record<string, MenuItem[]>> {
  return app.evaluate(({ Menu }) =>
    Object.fromEntries(
      (Menu.getApplicationMenu()?.items ?? []).map((top) => [
        top.label,
        (top.submenu?.items ?? []).map((item) => ({
          // Separators and roles have none.
          id: item.id ?? '',
          label: item.label.replaceAll('&&', '&'),
          accelerator: item.accelerator ? String(item.accelerator) : null,
          enabled: item.enabled,
          registers: item.registerAccelerator,
        })),
      ]),
    ),
  );
}

/** Clicks an item of the application menu. */
export async function clickMenu(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (!item) throw new Error(`no item ${wanted}`);
    item.click(undefined, BrowserWindow.getAllWindows()[0]);
  }, id);
}
