import { expect, type Locator, type Page } from '@playwright/test';
import { type Words, words } from '../support/words.ts';
import { Grid } from './grid.ts';

export type DatasetTab = keyof Words['data']['tabs'];

/** The data area: the list of datasets and the one that is shown. */
export class DataArea {
  readonly window: Page;
  readonly text: Words;
  readonly importButton: Locator;
  /** The list; absent while nothing is loaded. */
  readonly list: Locator;
  readonly emptyTitle: Locator;

  constructor(window: Page, text: Words = words.zh) {
    this.window = window;
    this.text = text;
    this.importButton = window.getByRole('button', { name: text.data.import, exact: true }).first();
    this.list = window.getByRole('region', { name: text.data.list, exact: true });
    this.emptyTitle = window.getByRole('heading', { name: text.data.emptyTitle });
  }

  /** The entry of a dataset, which also says its rows and, in amber, those kept aside. */
  entry(name: string): Locator {
    return this.list.getByRole('button', { name: new RegExp(`^${literal(name)}`) });
  }

  async show(name: string): Promise<Grid> {
    await this.entry(name).click();
    await expect(this.title(name)).toBeVisible();
    return this.grid(name);
  }

  title(name: string): Locator {
    return this.window.getByRole('heading', { level: 1, name, exact: true });
  }

  grid(name: string): Grid {
    return new Grid(this.window, name, this.text);
  }

  async tab(tab: DatasetTab): Promise<Locator> {
    const name = new RegExp(`^${literal(this.text.data.tabs[tab])}`);
    await this.window.getByRole('tab', { name }).click();
    const panel = this.window.getByRole('tabpanel', { name });
    await expect(panel).toBeVisible();
    return panel;
  }
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
