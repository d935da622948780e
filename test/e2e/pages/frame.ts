import { expect, type Locator, type Page } from '@playwright/test';
import { type Words, words } from '../support/words.ts';

type AreaName = keyof Words['common']['areas'];

/** The window with a workspace open: rail and bar. */
export class Frame {
  readonly window: Page;
  readonly text: Words;
  readonly rail: Locator;
  readonly bar: Locator;

  constructor(window: Page, text: Words = words.zh) {
    this.window = window;
    this.text = text;
    this.rail = window.getByRole('navigation', { name: text.common.frame.navigation });
    this.bar = window.getByRole('banner');
  }

  /** Goes to an area and waits until it is drawn. */
  async go(area: AreaName): Promise<Locator> {
    const name = this.text.common.areas[area];
    await this.rail.getByRole('button', { name, exact: true }).click();
    const main = this.window.getByRole('main', { name, exact: true });
    await expect(main.locator(':scope > *').first()).toBeVisible();
    return main;
  }

  async close(): Promise<void> {
    await this.bar.getByRole('button', { name: this.text.common.frame.close }).click();
    await expect(this.rail).toBeHidden();
  }

  /** What is said in passing. */
  said(sentence: string | RegExp): Locator {
    return this.window.getByText(sentence);
  }
}

/** Switches the window to English, from wherever it is Chinese. */
export async function toEnglish(window: Page): Promise<Words> {
  await window.getByRole('button', { name: words.zh.common.frame.language }).click();
  await expect(window.getByRole('button', { name: words.en.common.frame.language })).toBeVisible();
  return words.en;
}

export async function chooseTheme(
  window: Page,
  text: Words,
  theme: keyof Words['common']['frame']['themes'],
): Promise<void> {
  await window.getByRole('button', { name: text.common.frame.theme }).click();
  const item = window.getByRole('menuitem', { name: text.common.frame.themes[theme], exact: true });
  await item.click();
  await expect(item).toBeHidden();
}
