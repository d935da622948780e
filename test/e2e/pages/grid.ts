import { expect, type Locator, type Page } from '@playwright/test';
import { fill, type Words, words } from '../support/words.ts';

/** The rows of a dataset. Columns go by their place, because their names may hold anything. */
export class Grid {
  readonly window: Page;
  readonly dataset: string;
  readonly text: Words;
  readonly frame: Locator;
  /** How many rows there are or meet the filters. */
  readonly status: Locator;

  constructor(window: Page, dataset: string, text: Words = words.zh) {
    this.window = window;
    this.dataset = dataset;
    this.text = text;
    this.frame = window.getByRole('region', { name: fill(text.data.table.label, { name: dataset }), exact: true });
    this.status = window.getByRole('status').filter({ visible: true });
  }

  header(column: number): Locator {
    return this.frame.locator(`[role="columnheader"][col-id="f${column}"]`);
  }

  cell(row: number, column: number): Locator {
    return this.frame.locator(`[role="row"][row-index="${row}"] [role="gridcell"][col-id="f${column}"]`);
  }

  async expectCells(row: number, values: Readonly<Record<number, string>>): Promise<void> {
    for (const [column, value] of Object.entries(values)) {
      await expect(this.cell(row, Number(column))).toHaveText(value);
    }
  }

  async sort(column: number, modifiers: 'Shift'[] = []): Promise<void> {
    await this.header(column).locator('.column-name').click({ modifiers });
  }

  /** Goes to the last row as a user does by keyboard. */
  async toEnd(): Promise<void> {
    await this.cell(0, 0).click();
    await this.window.keyboard.press('Control+ArrowDown');
  }

  /** Goes to the last column of the row that it is in. */
  async toLastColumn(): Promise<void> {
    await this.window.keyboard.press('Control+ArrowRight');
  }

  async toStart(): Promise<void> {
    await this.window.keyboard.press('Control+ArrowUp');
  }

  /** Filters by the first box of the column's filter. */
  async filter(column: number, value: string): Promise<void> {
    await this.openFilter(column);
    await this.filterBox().fill(value);
  }

  async openFilter(column: number): Promise<void> {
    await this.header(column).hover();
    await this.header(column).locator('.ag-header-cell-filter-button').click();
  }

  filterBox(): Locator {
    return this.window.getByRole('textbox', { name: /筛选值|Filter Value/i }).first();
  }
}
