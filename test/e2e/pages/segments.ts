import { expect, type Locator, type Page } from '@playwright/test';
import { fill, type Words, words } from '../support/words.ts';

export type SegmentView = 'rule' | 'sql' | 'json';

/** The area where segments are made. */
export class SegmentsArea {
  readonly window: Page;
  readonly text: Words;
  readonly list: Locator;
  /** The panel with the count. */
  readonly result: Locator;
  readonly name: Locator;

  constructor(window: Page, text: Words = words.zh) {
    this.window = window;
    this.text = text;
    this.list = window.getByRole('region', { name: text.segments.list, exact: true });
    this.result = window.getByRole('complementary', { name: text.segments.inspector.label });
    this.name = window.getByRole('textbox', { name: text.segments.name, exact: true });
  }

  async show(name: string): Promise<void> {
    await this.list.getByRole('button', { name, exact: true }).click();
    await expect(this.name).toHaveValue(name);
  }

  async create(): Promise<void> {
    await this.window.getByRole('button', { name: this.text.segments.create }).first().click();
  }

  /** The number of clients, or nothing while it is worked out. */
  count(): Locator {
    return this.result.locator('strong').first();
  }

  async expectCount(clients: string, base: string): Promise<void> {
    await expect(this.count()).toHaveText(clients);
    await expect(this.result).toContainText(fill(this.text.segments.inspector.base, { base }));
  }

  /** Adds a condition on a field, by the list of fields. */
  async addField(field: string): Promise<void> {
    await this.window
      .getByRole('button', { name: fill(this.text.segments.palette.add, { field }), exact: true })
      .click();
  }

  condition(path: string): Locator {
    return this.window.getByRole('group', { name: fill(this.text.segments.condition.label, { path }), exact: true });
  }

  async view(view: SegmentView): Promise<void> {
    await this.window
      .getByRole('radiogroup', { name: this.text.segments.views.label })
      .getByText(this.text.segments.views[view], { exact: true })
      .click();
  }

  saved(): Locator {
    return this.window.getByRole('status').filter({ hasText: this.text.common.states.saved });
  }
}
