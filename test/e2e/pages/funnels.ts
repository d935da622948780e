import { expect, type Locator, type Page } from '@playwright/test';
import { fill, type Words, words } from '../support/words.ts';
import { pickOption } from './select.ts';

/** The area where funnels are made. */
export class FunnelsArea {
  readonly window: Page;
  readonly text: Words;
  readonly list: Locator;
  readonly name: Locator;
  readonly steps: Locator;
  readonly chart: Locator;
  /** The panel with the selected step. */
  readonly result: Locator;
  readonly groups: Locator;

  constructor(window: Page, text: Words = words.zh) {
    this.window = window;
    this.text = text;
    this.list = window.getByRole('region', { name: text.funnels.list, exact: true });
    this.name = window.getByRole('textbox', { name: text.funnels.name, exact: true });
    this.steps = window.getByRole('list', { name: text.funnels.steps.title, exact: true });
    this.chart = window.getByRole('list', { name: text.funnels.chart.title, exact: true });
    this.result = window.getByRole('complementary', { name: text.funnels.inspector.label });
    this.groups = window.getByRole('region', { name: text.funnels.groups.title, exact: true }).first();
  }

  async create(): Promise<void> {
    await this.window.getByRole('button', { name: this.text.funnels.create, exact: true }).first().click();
  }

  /** A value of the event field, a click or a drag away from being a step. */
  value(value: string): Locator {
    return this.window
      .getByRole('region', { name: this.text.funnels.values.label, exact: true })
      .getByRole('button')
      .filter({ hasText: value });
  }

  handle(name: string): Locator {
    return this.steps.getByRole('button', { name: fill(this.text.funnels.steps.move, { name }), exact: true });
  }

  bar(name: string): Locator {
    return this.chart.getByRole('button').filter({ hasText: name });
  }

  async choose(setting: string, option: string): Promise<void> {
    await pickOption(this.window, this.window.getByRole('combobox', { name: setting, exact: true }), option);
  }

  /** Drags with the mouse, step by step, and lets go. */
  async drag(what: Locator, to: Locator): Promise<void> {
    const [a, b] = [await what.boundingBox(), await to.boundingBox()];
    if (!a || !b) throw new Error('nothing to drag');
    const { mouse } = this.window;
    await mouse.move(a.x + a.width / 2, a.y + a.height / 2);
    await mouse.down();
    await mouse.move(a.x + a.width / 2 + 8, a.y + a.height / 2 + 8, { steps: 3 });
    await mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 12 });
    await expect(this.steps.locator('[data-over]')).toHaveCount(1);
    await mouse.up();
  }

  /** Entries that reach each step, by the chart. */
  async expectEntries(...entries: readonly string[]): Promise<void> {
    const shown = this.chart.getByRole('button');
    await expect(shown).toHaveCount(entries.length);
    for (const [i, n] of entries.entries()) await expect(shown.nth(i)).toContainText(n);
  }

  order(): Promise<string[]> {
    return this.steps.getByRole('listitem').locator('[class*="name"]').allInnerTexts();
  }

  /** The number in the panel. */
  figure(): Locator {
    return this.result.locator('strong').first();
  }
}
