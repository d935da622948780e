import { isFull, whyNotNow } from '../support/tiers.ts';
import { chooseTheme, toEnglish } from './pages/frame.ts';
import { seriousFindings } from './support/axe.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { eachScreen, resize, wideTable } from './support/looks.ts';
import { words } from './support/words.ts';

for (const { locale, theme, width, height, rules, always } of [
  { locale: 'zh', theme: 'light', width: 1280, height: 660, rules: [], always: true },
  // What the screens are made of is the same in the dark; their colours and the room that words take are not. English is
  // the longer of the two: it is looked at where there is least room, which takes a minute of the full run.
  {
    locale: 'en',
    theme: 'dark',
    width: 1093,
    height: 600,
    rules: ['color-contrast', 'scrollable-region-focusable'],
    always: false,
  },
] as const) {
  test(`each screen, ${locale}, ${theme}, ${width} by ${height}: nothing serious for axe, and nothing outgrows the window${always ? '' : whyNotNow}`, async ({
    launchProfile,
    folder,
  }) => {
    test.skip(!always && !isFull, whyNotNow);
    // Some thirty screens, each of which axe looks at for seconds on a busy machine.
    test.setTimeout(600_000);
    const launched = await launchProfile();
    const { app, window } = launched;
    await resize(app, window, width, height);
    const text = locale === 'zh' ? words.zh : await toEnglish(window);
    await chooseTheme(window, text, theme);
    await eachScreen(launched, text, await fileIn(folder, 'wide.csv', wideTable), async (screen) => {
      const frame = await window.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.scrollingElement ?? document.documentElement;
        return { scrollWidth, scrollHeight };
      });
      expect.soft(frame, screen).toEqual({ scrollWidth: width, scrollHeight: height });
      expect.soft(await seriousFindings(window, rules), screen).toEqual([]);
    });
  });
}
