import type { Page } from '@playwright/test';
import { toEnglish } from './pages/frame.ts';
import { StartScreen } from './pages/start.ts';
import { expect, test } from './support/fixture.ts';

const whole = 'U+0-10FFFF';

/** Ranges of the faces that have been loaded, once all that is on screen has its own. */
const loadedRanges = (window: Page): Promise<string[]> =>
  window.evaluate(async () => {
    document.body.getBoundingClientRect();
    await document.fonts.ready;
    const faces = [...document.fonts].filter(({ status, family }) => status === 'loaded' && family.includes('Noto'));
    return faces.map(({ unicodeRange }) => unicodeRange);
  });

const write = (window: Page, text: string): Promise<void> =>
  window.evaluate((written) => document.body.append(written), text);

test('a character brings the part of the font that it is in: own words first, the whole only for rare ones', async ({
  launch,
}) => {
  const { window } = await launch();
  await expect(new StartScreen(window).sampleButton).toBeVisible();
  const first = new Set(await loadedRanges(window));
  expect(first.size).toBe(1);
  expect(first).not.toContain(whole);
  await toEnglish(window);
  expect(new Set(await loadedRanges(window))).toEqual(first);

  await write(window, '娟');
  const second = new Set(await loadedRanges(window));
  expect(second.size).toBe(2);
  expect(second).not.toContain(whole);

  await write(window, '龘');
  expect(new Set(await loadedRanges(window))).toContain(whole);
});
