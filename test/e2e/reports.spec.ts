import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { textsOf } from '#test/support/pdfTexts.ts';
import { Frame } from './pages/frame.ts';
import { spaced } from './pages/intake.ts';
import { ReportsArea } from './pages/reports.ts';
import { pickOption } from './pages/select.ts';
import { willOpen, willSaveTo } from './support/dialogs.ts';
import { expect, test } from './support/fixture.ts';
import { fill, words } from './support/words.ts';

const pages = ['制造业手机银行客户画像', '贷款申请漏斗', '投放衰减', '预警未违约客户', '近90天无交易客户'];

test('a result goes on a page with the first click after it was chosen', async ({ launchSample }) => {
  const { window } = await launchSample();
  await new Frame(window).go('reports');
  const reports = new ReportsArea(window);
  await expect(reports.pages).toHaveCount(5);
  await window.getByRole('button', { name: fill(words.zh.reports.removePage, { name: '投放衰减' }) }).click();
  await expect(reports.page('投放衰减')).toBeHidden();
  await pickOption(window, window.getByRole('combobox', { name: words.zh.reports.addPage }), '投放衰减');
  // Held down for a moment, as a hand does: what moves away from below it meanwhile is not clicked.
  await window.getByRole('button', { name: spaced(words.zh.common.actions.add) }).click({ delay: 100 });
  await expect(reports.page('投放衰减')).toBeVisible();
});

test('a report of all kinds: ordered by keys and by mouse, reworded, previewed, printed', async ({
  launchSample,
  folder,
}) => {
  const { app, window } = await launchSample();
  await new Frame(window).go('reports');
  const reports = new ReportsArea(window);
  await expect(reports.pages).toHaveCount(5);
  expect(await reports.names()).toEqual(pages);
  await expect(reports.page('贷款申请漏斗')).toContainText('“柜台”从“预审通过”到“资料补件”只有 44.2%');
  await expect(reports.page('投放衰减')).toContainText('每 2.99 周减半，衰减最快');
  await expect(reports.page('制造业手机银行客户画像')).toContainText('主要产品为“供应链融资”的客户占 59.9%');

  await reports.handle('投放衰减').focus();
  const said = window.locator('[id^=DndLiveRegion]').first();
  await window.keyboard.press('Space');
  await expect(said).toContainText('投放衰减');
  await window.keyboard.press('ArrowUp');
  await expect(said).toContainText('投放衰减 移到第 2 位');
  await window.keyboard.press('Space');
  await expect.poll(() => reports.names()).toEqual([pages[0], pages[2], pages[1], pages[3], pages[4]]);
  const from = await reports.handle('近90天无交易客户').boundingBox();
  const to = await reports.handle('制造业手机银行客户画像').boundingBox();
  if (!from || !to) throw new Error('no handles');
  await window.mouse.move(from.x + 8, from.y + 8);
  await window.mouse.down();
  await window.mouse.move(from.x + 8, from.y - 20, { steps: 5 });
  await window.mouse.move(to.x + 8, to.y + 2, { steps: 10 });
  await window.mouse.up();
  await expect.poll(() => reports.names()).toEqual([pages[4], pages[0], pages[2], pages[1], pages[3]]);

  await reports.rewrite('预警未违约客户').click();
  await window.keyboard.press('ControlOrMeta+a');
  await window.keyboard.type('五分之一的客户需要关注');
  await window.keyboard.press('Enter');
  await expect(reports.page('预警未违约客户')).toContainText('经修改');
  await expect(reports.page('预警未违约客户')).toContainText('五分之一的客户需要关注');

  await reports.show('preview');
  await expect(reports.preview.getByRole('heading', { name: '五分之一的客户需要关注' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(reports.preview.getByText('结论经分析员修改。').first()).toBeVisible();
  await reports.preview.getByRole('link', { name: '投放衰减' }).click();
  await expect(reports.preview.getByRole('heading', { name: '每 2.99 周减半' })).toBeInViewport();
  await reports.show('edit');

  const pdf = join(folder, '月报.pdf');
  await willSaveTo(app, pdf);
  await reports.export.click();
  await expect(reports.done).toContainText('月报.pdf', { timeout: 90_000 });

  const asked = await willOpen(app);
  await reports.open.click();
  await reports.showInFolder.click();
  await expect.poll(asked).toEqual([`open ${pdf}`, `show ${pdf}`]);
  const texts = await textsOf(await readFile(pdf));
  const at = (text: string) => texts.findIndex((page, i) => i > 1 && page.includes(text));
  expect(at('“近90天无交易客户”有639户')).toBe(2);
  expect(at('▼44.2%')).toBeGreaterThan(at('每2.99周减半'));
  expect(texts[at('五分之一的客户需要关注')]).toContain('结论经分析员修改。');

  await rename(pdf, `${pdf}.moved`);
  await reports.open.click();
  await expect(window.getByRole('alert').filter({ hasText: '已不在导出时的位置' })).toBeVisible();
  expect(await asked()).toHaveLength(2);

  // Under a name that the system would run, the file is shown and never opened.
  await willSaveTo(app, join(folder, '月报.sh'));
  await reports.export.click();
  await expect(reports.done).toContainText('月报.sh', { timeout: 90_000 });
  await reports.open.click();
  await expect(window.getByRole('alert').filter({ hasText: '没有程序打开' })).toBeVisible();
  await reports.showInFolder.click();
  await expect.poll(asked).toEqual([`open ${pdf}`, `show ${pdf}`, `show ${join(folder, '月报.sh')}`]);
});
