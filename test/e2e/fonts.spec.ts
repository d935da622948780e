import type { Page } from '@playwright/test';
import { toEnglish } from './pages/frame.ts';
import { StartScreen } from './pages/start.ts';
import { expect, test } from './support/fixture.ts';

/** The part that has what no other has ends where Unicode does. */
const others = /10ffff$/i;

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
  // Words, common, names and others, in three weights: all but the words come after the first screen.
  await expect
    .poll(() => window.evaluate(() => [...document.fonts].filter(({ family }) => family.includes('Noto')).length))
    .toBe(12);
  const seen = async () => new Set(await loadedRanges(window));
  const isOther = (range: string) => others.test(range);
  const first = await seen();
  expect(first.size).toBe(1);
  await toEnglish(window);
  // Spaces that Ant Design writes are among the words.
  await write(window, '\u00a0');
  expect(await seen()).toEqual(first);

  for (const [character, parts] of [
    ['娟', 2],
    ['鑫', 3],
  ] as const) {
    await write(window, character);
    const ranges = [...(await seen())];
    expect(ranges, character).toHaveLength(parts);
    expect(ranges.filter(isOther), character).toEqual([]);
  }
  await write(window, '龘');
  expect([...(await seen())].filter(isOther)).toHaveLength(1);
});
