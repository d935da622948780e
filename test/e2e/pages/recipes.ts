import { expect, type Locator, type Page } from '@playwright/test';
import type { RecipeStepKind } from '../../../shared/recipes/index.ts';
import { fill, type Words, words } from '../support/words.ts';
import { pickOption } from './select.ts';

/** The area where datasets are cleaned, step by step. */
export class RecipesArea {
  readonly window: Page;
  readonly text: Words;
  readonly list: Locator;
  readonly name: Locator;
  readonly steps: Locator;
  /** What the chosen step does. */
  readonly preview: Locator;
  /** The dialog that finds values that are alike. */
  readonly dialog: Locator;
  readonly apply: Locator;

  constructor(window: Page, text: Words = words.zh) {
    this.window = window;
    this.text = text;
    this.list = window.getByRole('region', { name: text.recipes.list, exact: true });
    this.name = window.getByRole('textbox', { name: text.recipes.name, exact: true });
    this.steps = window.getByRole('list', { name: text.recipes.steps.title, exact: true });
    this.preview = window.getByRole('complementary', { name: text.recipes.inspector.label });
    this.dialog = window.getByRole('dialog', { name: text.recipes.clusters.title });
    this.apply = window.getByRole('button', { name: new RegExp(`^${[...text.recipes.source.apply].join('\\s?')}$`) });
  }

  /** The line of a step, counted from 1. */
  step(place: number): Locator {
    return this.steps.locator(':scope > li').nth(place - 1);
  }

  /** Adds a step by writing its name into the menu, and waits until it is open. */
  async add(kind: RecipeStepKind): Promise<Locator> {
    const menu = this.window.getByRole('combobox', { name: this.text.recipes.steps.add, exact: true });
    await menu.click();
    await menu.fill(this.text.recipes.kinds[kind]);
    await menu.press('Enter');
    const step = this.steps.locator(`:scope > li[data-step="${kind}"]`).last();
    await expect(step.getByRole('button', { expanded: true })).toBeVisible();
    return step;
  }

  /** Chooses one of several fields in the form that is open. */
  async chooseField(step: Locator, label: string, field: string): Promise<void> {
    const select = step.getByRole('combobox', { name: label, exact: true });
    await select.fill(field);
    await this.window.locator('.ant-select-item-option').filter({ hasText: field, visible: true }).first().click();
    await select.press('Escape');
  }

  async choose(step: Locator, label: string, option: string): Promise<void> {
    await pickOption(this.window, step.getByRole('combobox', { name: label, exact: true }), option);
  }

  handle(place: number, kind: RecipeStepKind): Locator {
    return this.#of(this.text.recipes.steps.move, place, kind);
  }

  onOff(place: number, kind: RecipeStepKind): Locator {
    const name = fill(this.text.recipes.steps.switch, { place, name: this.text.recipes.kinds[kind] });
    return this.steps.getByRole('switch', { name, exact: true });
  }

  /** The kinds of the steps in their order. */
  order(): Promise<(string | null)[]> {
    return this.steps
      .locator(':scope > li')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-step')));
  }

  #of(sentence: string, place: number, kind: RecipeStepKind): Locator {
    const name = fill(sentence, { place, name: this.text.recipes.kinds[kind] });
    return this.steps.getByRole('button', { name, exact: true });
  }
}
