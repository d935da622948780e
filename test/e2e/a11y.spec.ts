import { chooseTheme, toEnglish } from './pages/frame.ts';
import { seriousFindings } from './support/axe.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { eachScreen } from './support/looks.ts';
import { words } from './support/words.ts';

for (const { locale, theme, rules } of [
  { locale: 'zh', theme: 'light', rules: [] },
  // What the screens are made of is the same in the dark; their colours and the room that words take are not.
  { locale: 'en', theme: 'dark', rules: ['color-contrast', 'scrollable-region-focusable'] },
] as const) {
  test(`no serious finding on any screen: ${locale}, ${theme}`, async ({ launchProfile, folder }) => {
    // Some twenty screens, each of which axe looks at for ten seconds on a busy machine.
    test.setTimeout(600_000);
    const launched = await launchProfile();
    const { window } = launched;
    const text = locale === 'zh' ? words.zh : await toEnglish(window);
    await chooseTheme(window, text, theme);
    const file = await fileIn(folder, 'table.csv', 'id,name\n1,a\n2,b\n');
    await eachScreen(launched, text, file, async (screen) => {
      expect.soft(await seriousFindings(window, rules), screen).toEqual([]);
    });
  });
}
