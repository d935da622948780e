import { join } from 'node:path';
import { Frame } from './pages/frame.ts';
import { FunnelsArea } from './pages/funnels.ts';
import { SegmentsArea } from './pages/segments.ts';
import { pickOption } from './pages/select.ts';
import { seriousFindings } from './support/axe.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { importFile, newWorkspace } from './support/workspace.ts';

const planted = ['1,878', '1,518', '1,217', '1,034', '937', '902'] as const;

test('the funnel of the sample: leak, order, and dropped clients as a segment', async ({ launchSample }) => {
  const { window } = await launchSample();
  const frame = new Frame(window);
  await frame.go('funnels');
  const funnels = new FunnelsArea(window);
  await funnels.expectEntries(...planted);
  const finding = window.getByRole('region', { name: '结论', exact: true });
  await expect(finding).toContainText('“柜台”从“预审通过”到“资料补件”只有 44.2%，其余为 90.4%');
  // Steps that are done are one line until they are to be edited.
  await expect(funnels.steps).toBeHidden();
  await window.getByRole('button', { name: '编辑步骤' }).click();
  expect(await funnels.order()).toHaveLength(planted.length);
  await window.getByRole('button', { name: /收\s?起/ }).click();
  await expect(funnels.steps).toBeHidden();
  await expect(funnels.groups).toContainText('柜台在预审通过 → 资料补件只有 44.2%，其余 90.4%');
  expect(await seriousFindings(window)).toEqual([]);

  await funnels.bar('预审通过').click();
  await expect(funnels.figure()).toHaveText('1,518');
  const dropped = await funnels.result
    .getByText(/^流失客户$/)
    .locator('xpath=following-sibling::dd')
    .innerText();
  await funnels.result.getByRole('button', { name: '流失客户存为客群' }).click();
  const segments = new SegmentsArea(window);
  await expect(segments.name).toHaveValue('贷款申请漏斗 预审通过后流失');
  await segments.expectCount(dropped, '2,000');
  await expect(segments.condition('1.1')).toContainText('贷款申请漏斗');

  // The leak itself, and the same by the choice of its group at the step before it.
  await frame.go('funnels');
  await funnels.groups.getByRole('button', { name: '柜台 · 这组的流失客户存为客群' }).click();
  await expect(segments.name).toHaveValue('贷款申请漏斗 柜台 预审通过后流失');
  await expect(segments.condition('1.1')).toContainText('渠道：柜台');
  await expect(segments.count()).not.toHaveText(dropped);
  await expect(segments.count()).toHaveText(/^\d+$/);
  const leaking = await segments.count().innerText();
  await frame.go('funnels');
  await funnels.bar('预审通过').click();
  await pickOption(window, funnels.result.getByRole('combobox'), '柜台');
  await funnels.result.getByRole('button', { name: '流失客户存为客群' }).click();
  await expect(segments.name).toHaveValue('贷款申请漏斗 柜台 预审通过后流失 2');
  await segments.expectCount(leaking, '2,000');

  // Renaming the funnel leaves the segment without it: it says so.
  await frame.go('funnels');
  await funnels.name.fill('改名');
  await funnels.name.press('Enter');
  await expect(segments.saved()).toBeVisible();
  await frame.go('segments');
  await expect(window.getByText('找不到漏斗“贷款申请漏斗”。').first()).toBeVisible();
});

test('a funnel made by mouse: values clicked and dragged in, a step dragged up', async ({ launchSample }) => {
  const { window } = await launchSample();
  await new Frame(window).go('funnels');
  const funnels = new FunnelsArea(window);
  await funnels.create();
  await expect(funnels.name).toHaveValue('新漏斗');
  await funnels.value('预审通过').click();
  await funnels.value('资料补件').click();
  await funnels.choose('计数对象', '申请编号');
  await funnels.expectEntries('1,518', '1,217');
  await funnels.drag(funnels.value('提交申请'), funnels.handle('预审通过'));
  await funnels.expectEntries('1,878', '1,518', '1,217');
  await expect.poll(() => funnels.order()).toEqual(['提交申请', '预审通过', '资料补件']);

  await funnels.drag(funnels.handle('资料补件'), funnels.handle('提交申请'));
  await expect.poll(() => funnels.order()).toEqual(['资料补件', '提交申请', '预审通过']);
  await funnels.expectEntries('1,217', '0', '0');
  await funnels.choose('次序', '不论先后');
  await funnels.expectEntries('1,217', '1,217', '1,217');
});

test('a funnel made by keyboard alone', async ({ launchSample }) => {
  const { window } = await launchSample();
  await new Frame(window).go('funnels');
  const funnels = new FunnelsArea(window);
  const { keyboard } = window;
  await funnels.expectEntries(...planted);
  await window.getByRole('button', { name: '新建漏斗' }).focus();
  await keyboard.press('Enter');
  await expect(funnels.name).toHaveValue('新漏斗');
  await funnels.value('预审通过').focus();
  await keyboard.press('Enter');
  await funnels.value('提交申请').focus();
  await keyboard.press('Enter');
  await expect.poll(() => funnels.order()).toEqual(['预审通过', '提交申请']);

  await funnels.handle('提交申请').focus();
  await keyboard.press('Space');
  await expect(window.getByText('提交申请 移到第 2 位')).toBeAttached();
  await keyboard.press('ArrowUp');
  await expect(window.getByText('提交申请 移到第 1 位')).toBeAttached();
  await keyboard.press('Space');
  await expect.poll(() => funnels.order()).toEqual(['提交申请', '预审通过']);

  const entry = window.getByRole('combobox', { name: '计数对象', exact: true });
  await entry.focus();
  await entry.fill('申请编号');
  await keyboard.press('Enter');
  await funnels.expectEntries('1,878', '1,518');
  await funnels.bar('提交申请').focus();
  await keyboard.press('Enter');
  await expect(funnels.figure()).toHaveText('1,878');
  await funnels.result.getByRole('button', { name: '到达客户存为客群' }).focus();
  await keyboard.press('Enter');
  await new SegmentsArea(window).expectCount('1,213', '2,000');
});

test('what is missing is said: no client list, no time, no steps, a field that has gone', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  const { window } = launched;
  const frame = await newWorkspace(launched, join(folder, '工作区'));
  const main = await frame.go('funnels');
  await expect(main).toContainText('先导入客户清单和流水、事件等文件');
  await frame.go('data');
  await importFile(launched, await fileIn(folder, '清单.csv', '编号,名称\n1,a\n2,b\n'));
  await frame.go('clients');
  await window.getByRole('combobox', { name: '客户清单' }).first().click();
  await window.locator('.ant-select-item-option').filter({ hasText: '清单' }).first().click();
  await expect(window.getByRole('status').filter({ hasText: '已自动保存' })).toBeVisible();
  await frame.go('funnels');
  await expect(window.getByRole('heading', { name: '没有可用的事件表' })).toBeVisible();
  expect(await seriousFindings(window)).toEqual([]);
});
