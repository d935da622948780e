import { DataArea } from './pages/data.ts';
import { chooseTheme, toEnglish } from './pages/frame.ts';
import { willChoose } from './support/dialogs.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { checking } from './support/intake/checking.ts';
import { importing } from './support/intake/importing.ts';
import { cleaning, joining } from './support/intake/joining.ts';
import { madePortfolio } from './support/intake/portfolio.ts';
import type { Launched } from './support/launch.ts';
import { eachScreen, resize, wideTable as wide } from './support/looks.ts';
import { takePicture } from './support/picture.ts';
import { emptyAndFew, furtherStates } from './support/states.ts';
import { type Words, words } from './support/words.ts';

const sizes = [
  { width: 1280, height: 660 },
  { width: 1093, height: 600 },
] as const;

for (const { locale, theme, size } of (['zh', 'en'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((theme) => sizes.map((size) => ({ locale, theme, size }))),
)) {
  const name = `${locale}-${theme}-${size.width}`;
  const prepare = async (launched: Launched): Promise<Words> => {
    const { app, window } = launched;
    await resize(app, window, size.width, size.height);
    const text = locale === 'zh' ? words.zh : await toEnglish(window);
    await chooseTheme(window, text, theme);
    return text;
  };
  const look =
    ({ window }: Launched) =>
    (screen: string) =>
      takePicture(window, `${screen}-${name}`);

  test(`pictures ${name} @screenshots`, async ({ launchProfile, folder }) => {
    const launched = await launchProfile();
    const text = await prepare(launched);
    await eachScreen(launched, text, await fileIn(folder, 'wide.csv', wide), look(launched));
  });

  test(`pictures of what is empty, ${name} @screenshots`, async ({ launch, folder }) => {
    test.setTimeout(120_000);
    const launched = await launch();
    await emptyAndFew(launched, await prepare(launched), folder, look(launched));
  });

  test(`pictures of what is further down, ${name} @screenshots`, async ({ launchProfile }) => {
    test.setTimeout(180_000);
    const launched = await launchProfile();
    await furtherStates(launched, await prepare(launched), look(launched));
  });
}

for (const locale of ['zh', 'en'] as const) {
  /** The workspace of all that intake makes, open; and what takes a picture in both themes and sizes where it is. */
  const opened = async (launched: Launched, folder: string) => {
    const { app, window } = launched;
    const text = locale === 'zh' ? words.zh : await toEnglish(window);
    await willChoose(app, await madePortfolio(folder));
    await window.getByRole('button', { name: text.start.open, exact: true }).click();
    await expect(new DataArea(window, text).list).toBeVisible();
    const look = async (screen: string) => {
      for (const size of sizes)
        for (const theme of ['light', 'dark'] as const) {
          await window.emulateMedia({ colorScheme: theme });
          await resize(app, window, size.width, size.height);
          await takePicture(window, `intake-${screen}-${locale}-${theme}-${size.width}`);
        }
    };
    return { text, look };
  };

  test(`pictures of importing, ${locale} @screenshots`, async ({ launch, folder }) => {
    test.setTimeout(300_000);
    const launched = await launch();
    const { text, look } = await opened(launched, folder);
    await importing(launched, text, folder, look);
  });

  test(`pictures of checking, ${locale} @screenshots`, async ({ launch, folder }) => {
    test.setTimeout(300_000);
    const launched = await launch();
    const { text, look } = await opened(launched, folder);
    await checking(launched, text, folder, look);
  });

  test(`pictures of cleaning, ${locale} @screenshots`, async ({ launch, folder }) => {
    test.setTimeout(300_000);
    const launched = await launch();
    const { text, look } = await opened(launched, folder);
    await cleaning(launched, text, look);
  });

  test(`pictures of joining, ${locale} @screenshots`, async ({ launch, folder }) => {
    test.setTimeout(300_000);
    const launched = await launch();
    const { text, look } = await opened(launched, folder);
    await joining(launched, text, look);
  });
}
