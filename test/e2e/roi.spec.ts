import { join } from 'node:path';
import { isFull, whyNotNow } from '../support/tiers.ts';
import { Frame } from './pages/frame.ts';
import { RoiArea } from './pages/roi.ts';
import { csvLine, fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { fill, words } from './support/words.ts';
import { importFile, newWorkspace } from './support/workspace.ts';

const text = words.zh.roi;

test('half-life, payback and what does not decay, by mouse', async ({ launchSample }) => {
  const { window } = await launchSample();
  await new Frame(window).go('roi');
  const roi = new RoiArea(window);
  await roi.expectHalfLife('5.94');
  await expect(roi.cells('春季普惠推广')).toContainText(['春季普惠推广', '124.1', '147.8', '1.19', '19.1%', '2.99']);
  await expect(roi.cells('商圈地推').nth(5)).toHaveText(fill(text.fit.tooFewPoints, { points: 4, unit: '周' }));
  await expect(roi.cells('品牌形象投放').nth(5)).toHaveText(text.fit.doesNotDecay);

  await roi.campaign('税贷直通车').click();
  await roi.expectHalfLife('12.11');
  await expect(roi.finding()).toContainText('税贷直通车的 ROAS 每 12.11 周减半');
  await expect(roi.finding()).toContainText('从第 21 周');

  await window.getByRole('button', { name: words.zh.common.how.title }).first().click();
  const how = window.getByRole('dialog', { name: words.zh.common.how.title });
  await expect(how).toContainText('半衰期 = ln2 ÷ λ');
  await expect(how).toContainText('110 行，5 个活动');
  await expect(how).toContainText('sum(');
  await window.keyboard.press('Escape');
  await expect(how).toBeHidden();

  await roi.asTable();
  const periods = roi.periods('税贷直通车');
  // 40 weeks, and 39 more that only the curve reaches.
  await expect(periods.getByRole('row')).toHaveCount(1 + 40 + 39);
  await expect(periods.getByRole('row').nth(1)).toContainText('3.03');
});

test('a campaign and a setting, by keyboard alone', async ({ launchSample }) => {
  test.skip(!isFull, whyNotNow);
  const { window } = await launchSample();
  await new Frame(window).go('roi');
  const roi = new RoiArea(window);
  await roi.expectHalfLife('5.94');
  const focused = window.locator(':focus');
  const tabTo = async (target: RegExp) => {
    for (let presses = 0; presses < 60; presses++) {
      await window.keyboard.press('Tab');
      const name = await focused.evaluate((each) => `${each.getAttribute('aria-label') ?? ''} ${each.textContent}`);
      if (target.test(name)) return;
    }
    throw new Error(`not reached by Tab: ${target}`);
  };
  await roi.name.focus();
  await tabTo(/^\s*春季普惠推广$/);
  await window.keyboard.press('Enter');
  await roi.expectHalfLife('2.99');

  await roi.setting('campaign').focus();
  const decayOf = roi.settings.getByRole('radiogroup', { name: text.settings.decayOf });
  for (let presses = 0; presses < 3 && (await decayOf.locator(':focus').count()) === 0; presses++) {
    await window.keyboard.press('Tab');
  }
  await window.keyboard.press('ArrowRight');
  await expect(roi.finding()).toContainText('春季普惠推广的 ROI');
  await expect(roi.finding()).toContainText('指数曲线不会降到 ROI 的盈亏平衡');
});

test('a segment needs a linked table, and the way back is said', async ({ launchSample }) => {
  const { window } = await launchSample();
  await new Frame(window).go('roi');
  const roi = new RoiArea(window);
  await roi.expectHalfLife('5.94');
  await roi.choose('scope', '制造业手机银行客户');
  await expect(roi.error).toContainText('须与客户清单关联');
  await roi.choose('scope', words.zh.segments.scope.all);
  await roi.expectHalfLife('5.94');
});

test('from an empty workspace: what is needed, a study by date, rows left out', async ({ launch, folder }) => {
  const launched = await launch();
  const { window } = launched;
  const frame = await newWorkspace(launched, join(folder, '工作区'));
  const roi = new RoiArea(window);
  await frame.go('roi');
  await expect(window.getByText(text.noTableTitle)).toBeVisible();
  await window.getByRole('button', { name: words.zh.common.actions.toData }).click();
  const months = Array.from({ length: 8 }, (_, i) =>
    csvLine(`2026-0${i + 1}-15`, '100.00', `${(300 * 0.5 ** (i / 2)).toFixed(2)}`, 'A'),
  );
  const lines = [csvLine('日期', '成本（万元）', '收入（元）', '活动'), ...months, csvLine('', '1', '1', 'A')];
  await importFile(launched, await fileIn(folder, '投放.csv', lines.join('')));

  await frame.go('roi');
  await expect(window.getByText(text.emptyTitle)).toBeVisible();
  await roi.create();
  await expect(roi.name).toHaveValue(text.newName);
  await roi.expectHalfLife('2.00');
  await expect(roi.result).toContainText('个月');
  const main = window.getByRole('main');
  await expect(main).toContainText(fill(text.rows.used, { used: 8, rows: 9 }));
  await expect(main).toContainText(text.leftOut.noPeriod);
  await expect(main).toContainText(fill(text.money.mixed, { cost: '万元', return: '元' }));

  await roi.settings.getByLabel(text.settings.launch).fill('2027-01-01');
  await expect(window.getByText(text.nothing.title)).toBeVisible();
});
