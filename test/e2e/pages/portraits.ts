import { expect, type Locator, type Page } from '@playwright/test';
import { fill, pattern, type Words, words } from '../support/words.ts';
import { pickOption } from './select.ts';

/** The area where a group is set beside its baseline. */
export class PortraitsArea {
  readonly window: Page;
  readonly text: Words;
  readonly list: Locator;
  readonly name: Locator;
  /** The ranked table of what sets the group apart. */
  readonly findings: Locator;
  /** The trait that is chosen, in full. */
  readonly detail: Locator;
  readonly makeSegment: Locator;
  readonly scope: Locator;
  readonly dimensions: Locator;

  constructor(window: Page, text: Words = words.zh) {
    const { portraits } = text;
    this.window = window;
    this.text = text;
    this.list = window.getByRole('region', { name: portraits.list, exact: true });
    this.name = window.getByRole('textbox', { name: portraits.name, exact: true });
    this.findings = window.getByRole('region', { name: portraits.findings.title });
    this.detail = window.getByRole('complementary', { name: portraits.inspector.label });
    this.makeSegment = this.detail.getByRole('button', { name: portraits.inspector.makeSegment });
    this.scope = window.getByRole('combobox', { name: portraits.settings.scope, exact: true });
    this.dimensions = window.getByRole('combobox', { name: portraits.settings.dimensions, exact: true });
  }

  async show(name: string): Promise<void> {
    await this.list.getByRole('button', { name, exact: true }).click();
    await expect(this.name).toHaveValue(name);
  }

  async create(): Promise<void> {
    await this.window.getByRole('button', { name: this.text.portraits.create, exact: true }).first().click();
  }

  /** Sets whose portrait it is. */
  async of(segment: string): Promise<void> {
    await pickOption(this.window, this.scope, segment);
  }

  /** Names a field to show; the first ends the choice by itself. */
  async addDimension(field: string): Promise<void> {
    await this.dimensions.click();
    await this.window.keyboard.type(field);
    await this.window.locator('.ant-select-item-option').filter({ hasText: field, visible: true }).first().click();
    await this.window.keyboard.press('Escape');
  }

  /** The finding at a place of the ranked table, from 0. */
  finding(place: number): Locator {
    return this.findings.getByRole('row').nth(place + 1);
  }

  /** What is said above the table. */
  sentence(part: string): Locator {
    return this.window.getByRole('status').filter({ hasText: part });
  }

  card(field: string): Locator {
    return this.window.getByRole('region', { name: field, exact: true });
  }

  /** The cards, in the order in which they stand. */
  cards(): Locator {
    return this.window.getByRole('list', { name: pattern(fill(this.text.portraits.card.bars, {})) });
  }

  bar(field: string, trait: string): Locator {
    const { bar } = this.text.portraits.card;
    return this.card(field).getByRole('button', { name: pattern(bar.replace('{{trait}}', trait)) });
  }
}
