import { chooseTheme, toEnglish } from './pages/frame.ts';
import { fileIn } from './support/files.ts';
import { test } from './support/fixture.ts';
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
