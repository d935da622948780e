import type { Page } from '@playwright/test';
import { DataArea } from './pages/data.ts';
import { Frame, toEnglish } from './pages/frame.ts';
import { FunnelsArea } from './pages/funnels.ts';
import { RecipesArea } from './pages/recipes.ts';
import { ReportsArea } from './pages/reports.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { eachScreen, resize } from './support/looks.ts';
import { takePicture } from './support/picture.ts';
import { fill, type Words, words } from './support/words.ts';

/** The screen that stands for each area in the README and the guide. */
const pictured: Readonly<Record<string, string>> = {
  'data-table': 'data',
  clients: 'clients',
  portraits: 'portraits',
  'segments-rule': 'segments',
  funnels: 'funnels',
  roi: 'roi',
};

// Below pictures/docs the folders are those of the checkout, where scripts/screenshots.ts puts them.
for (const { locale, folder: into } of [
  { locale: 'zh', folder: 'docs/images' },
  { locale: 'en', folder: 'docs/images/en' },
] as const) {
  test(`pictures for the README and the guide, ${locale} @screenshots`, async ({ launchProfile, folder }) => {
    test.setTimeout(180_000);
    const launched = await launchProfile();
    const { app, window } = launched;
    await resize(app, window, 1280, 660);
    const text = locale === 'zh' ? words.zh : await toEnglish(window);
    await eachScreen(launched, text, await fileIn(folder, 'a.csv', 'a,b\n1,2\n'), async (screen) => {
      const name = pictured[screen];
      if (name === undefined) return;
      if (screen === 'funnels') {
        const funnels = new FunnelsArea(window, text);
        await funnels.bar('预审通过').click();
        await expect(funnels.figure()).toHaveText('1,518');
      }
      await takePicture(window, `${into}/${name}`);
    });

    await pictureOfRecipe(window, text, into);
    await new Frame(window, text).go('reports');
    const reports = new ReportsArea(window, text);
    await expect(reports.page('制造业手机银行客户画像')).toContainText('59.9%', { timeout: 60_000 });
    await expect(reports.page('贷款申请漏斗')).toContainText('44.2%', { timeout: 60_000 });
    await expect(reports.page('投放衰减')).toContainText('3.0', { timeout: 60_000 });
    await takePicture(window, `${into}/reports`);
    await reports.show('preview');
    // The cover and the contents come first.
    const finding = reports.preview.getByRole('heading', { name: '供应链融资' });
    await finding.evaluate((heading) => heading.scrollIntoView(), undefined, { timeout: 60_000 });
    await takePicture(window, `${into}/report-preview`);
  });
}

/** The two steps of the guide, with what the second one does. */
async function pictureOfRecipe(window: Page, text: Words, into: string): Promise<void> {
  const { form, effect, clean } = text.recipes;
  await new Frame(window, text).go('data');
  await new DataArea(window, text).show('客户清单');
  await window.getByRole('button', { name: clean, exact: true }).click();
  const recipes = new RecipesArea(window, text);
  const dedupe = await recipes.add('dedupe');
  await recipes.chooseField(dedupe, form.keys, '客户编号');
  const fillGaps = await recipes.add('fill');
  await recipes.chooseField(fillGaps, form.fields, '资产负债率');
  await recipes.choose(fillGaps, form.fillWith, form.fillWiths.median);
  await recipes.chooseField(fillGaps, form.group, '行业');
  await expect(dedupe).toContainText(fill(effect.dropped_other, { n: '15' }));
  await expect(fillGaps).toContainText(fill(effect.cells_other, { n: '126' }));
  await takePicture(window, `${into}/recipes`);
}
