import type { Page } from '@playwright/test';
import { isFull, whyNotNow } from '../support/tiers.ts';
import { Frame } from './pages/frame.ts';
import { PortraitsArea } from './pages/portraits.ts';
import { ReportsArea } from './pages/reports.ts';
import { SegmentsArea } from './pages/segments.ts';
import { expect, test } from './support/fixture.ts';
import type { Launched } from './support/launch.ts';
import { fill, words } from './support/words.ts';

const text = words.zh.segments;

/** A new, empty segment of the sample portfolio. */
async function newSegment({ window }: Launched): Promise<SegmentsArea> {
  await new Frame(window).go('segments');
  const segments = new SegmentsArea(window);
  await segments.create();
  await expect(segments.name).toHaveValue(text.newName);
  return segments;
}

const said = (window: Page, sentence: string) => window.getByRole('status').filter({ hasText: sentence });

test('by mouse: a rule is put together from the list of fields, and its parts moved anywhere', async ({
  launchSample,
}) => {
  const launched = await launchSample();
  const { window } = launched;
  const segments = await newSegment(launched);

  await segments.carry(segments.field('行业'), segments.group('1'));
  await expect(window.getByText(fill(text.drag.here, { name: '行业' }))).toBeVisible();
  await window.mouse.up();
  await expect(segments.condition('1.1')).toContainText('行业');
  await segments.chooseValue('1.1', '制造业');
  await segments.expectCount('700', '2,000');

  await segments.drag(segments.field('常用渠道'), segments.condition('1.1'), 'top');
  await expect.poll(() => segments.order()).toBe('(常用渠道 行业)');
  await segments.chooseValue('1.1', '手机银行');
  await segments.expectCount('207', '2,000');

  await segments.drag(segments.handle(segments.condition('1.2')), segments.condition('1.1'), 'top');
  await expect.poll(() => segments.order()).toBe('(行业 常用渠道)');
  await segments.expectCount('207', '2,000');

  await window.getByRole('button', { name: fill(text.group.addGroupTo, { path: '1' }) }).click();
  await segments.drag(segments.handle(segments.condition('1.1')), segments.group('1.3'));
  await expect.poll(() => segments.order()).toBe('(常用渠道 (行业))');
  await segments.drag(segments.savedSegment('跨境结算客户'), segments.condition('1.2.1'), 'bottom');
  await expect.poll(() => segments.order()).toBe('(常用渠道 (行业 跨境结算客户))');

  await segments.drag(segments.handle(segments.condition('1.2.2')), segments.group('1.2'), 'bottom');
  await expect.poll(() => segments.order()).toBe('(常用渠道 (行业) 跨境结算客户)');
  await segments.drag(segments.handle(segments.group('1.2')), segments.condition('1.1'), 'top');
  await expect.poll(() => segments.order()).toBe('((行业) 常用渠道 跨境结算客户)');
  await expect(segments.handle(segments.group('1.1'))).toBeFocused();

  await segments
    .condition('1.3')
    .getByRole('button', { name: fill(text.condition.remove, { path: '1.3' }) })
    .click();
  await segments.expectCount('207', '2,000');
  await expect(segments.saved()).toBeVisible();
});

test('by mouse: nothing happens on Escape, outside the work area, or onto itself', async ({ launchSample }) => {
  test.skip(!isFull, whyNotNow);
  const launched = await launchSample();
  const { window } = launched;
  await new Frame(window).go('segments');
  const segments = new SegmentsArea(window);
  await segments.show('预警未违约客户');
  const before = '((风险信号 近12月逾期次数 资产负债率（%）) (是否违约))';
  expect(await segments.order()).toBe(before);
  const boxes = () => segments.group('1').boundingBox();
  const still = await boxes();

  await segments.carry(segments.handle(segments.condition('1.1.1')), segments.condition('1.2.1'), 'bottom');
  await expect(window.locator('[data-shown]')).toHaveCount(1);
  expect(await boxes()).toEqual(still);
  await window.keyboard.press('Escape');
  await expect(window.locator('[data-shown]')).toHaveCount(0);
  await window.mouse.up();
  expect(await segments.order()).toBe(before);

  await segments.carry(segments.handle(segments.condition('1.1.1')), segments.result);
  await window.mouse.up();
  expect(await segments.order()).toBe(before);

  await segments.carry(segments.handle(segments.group('1.1')), segments.condition('1.1.2'));
  await expect(window.locator('[data-shown]')).toHaveCount(0);
  await window.mouse.up();
  expect(await segments.order()).toBe(before);
  await segments.expectCount('413', '2,000');
});

test('by keyboard alone: the same rule, and what is read out on the way', async ({ launchSample }) => {
  const launched = await launchSample();
  const { window } = launched;
  const segments = await newSegment(launched);
  const press = async (...keys: string[]) => {
    for (const key of keys) await window.keyboard.press(key);
  };

  // The list of fields comes after its search.
  await window.getByRole('textbox', { name: text.palette.search }).press('Tab');
  while (!(await segments.field('行业').evaluate((element) => element === document.activeElement))) await press('Tab');
  await press('Space');
  await expect(said(window, fill(text.drag.place, { path: '1', index: 1, count: 1 }))).toBeAttached();
  await press('Enter');
  await expect(segments.handle(segments.condition('1.1'))).toBeFocused();

  // From the handle: field, comparison, values.
  await press('Tab', 'Tab', 'Tab');
  await window.keyboard.type('制造业');
  await press('Enter', 'Escape');
  await segments.expectCount('700', '2,000');

  await segments.field('常用渠道').focus();
  await press('Enter');
  // What the condition wants next has the focus, and half a value is enough to find it.
  await expect(segments.condition('1.2').getByRole('combobox', { name: text.condition.values })).toBeFocused();
  await window.keyboard.type('手机');
  await expect(segments.offered('手机银行')).toBeVisible();
  await press('Enter', 'Escape');
  await segments.expectCount('207', '2,000');

  const pickUp = async () => {
    await press('Space');
    await expect(said(window, text.drag.stays)).toBeAttached();
  };
  const first = () => segments.handle(segments.condition('1.1'));
  await segments.handle(segments.condition('1.2')).focus();
  await pickUp();
  await press('ArrowUp');
  await expect(said(window, fill(text.drag.place, { path: '1', index: 1, count: 2 }))).toBeAttached();
  await press('Escape');
  await expect(said(window, fill(text.drag.cancelled, { name: '常用渠道' }))).toBeAttached();
  expect(await segments.order()).toBe('(行业 常用渠道)');
  await pickUp();
  await press('ArrowUp', 'Space');
  await expect.poll(() => segments.order()).toBe('(常用渠道 行业)');
  await expect(first()).toBeFocused();

  // The menu of the handle.
  const choose = async (label: string) => {
    await press('Enter');
    const item = window.getByRole('menuitem', { name: label, exact: true });
    await expect(item).toBeVisible();
    for (let i = 0; i < 12 && !(await item.evaluate((element) => element === document.activeElement)); i++)
      await press('ArrowDown');
    await press('Enter');
  };
  await choose(text.node.wrap);
  await expect.poll(() => segments.order()).toBe('((常用渠道) 行业)');
  await expect(segments.handle(segments.condition('1.1.1'))).toBeFocused();
  await segments.handle(segments.condition('1.2')).focus();
  await choose(text.node.intoAbove);
  await expect.poll(() => segments.order()).toBe('((常用渠道 行业))');
  await expect(segments.handle(segments.condition('1.1.2'))).toBeFocused();
  await choose(text.node.out);
  await expect.poll(() => segments.order()).toBe('((常用渠道) 行业)');
  await expect(segments.handle(segments.condition('1.2'))).toBeFocused();

  // Into the group and out again with the arrows.
  await pickUp();
  await press('ArrowRight', 'Enter');
  await expect.poll(() => segments.order()).toBe('((常用渠道 行业))');
  await expect(segments.handle(segments.condition('1.1.2'))).toBeFocused();
  await pickUp();
  await press('ArrowLeft', 'Enter');
  await expect.poll(() => segments.order()).toBe('((常用渠道) 行业)');
  // The focus follows what was moved: only then may it go elsewhere.
  await expect(segments.handle(segments.condition('1.2'))).toBeFocused();
  await segments.handle(segments.group('1.1')).focus();
  await choose(text.node.ungroup);
  await expect.poll(() => segments.order()).toBe('(常用渠道 行业)');
  await expect(first()).toBeFocused();
  await segments.expectCount('207', '2,000');
  await choose(text.node.remove);
  await expect.poll(() => segments.order()).toBe('(行业)');
  await expect(first()).toBeFocused();
  await segments.expectCount('700', '2,000');
});

test('values are offered with their rows, found by typing, and never those of an identity', async ({
  launchSample,
}) => {
  const launched = await launchSample();
  const { window } = launched;
  const segments = await newSegment(launched);
  await segments.addField('行业');
  const values = segments.condition('1.1').getByRole('combobox', { name: text.condition.values });
  await values.click();
  await expect(segments.offered('制造业')).toContainText('705');
  await values.pressSequentially('批发');
  await expect(segments.offered('制造业')).toBeHidden();
  await segments.offered('批发和零售业').click();
  await window.keyboard.press('Escape');
  await expect(segments.condition('1.1')).toContainText('批发和零售业');
  await segments.expectCount('515', '2,000');

  await segments.addField('联系人');
  const names = segments.condition('1.2').getByRole('combobox', { name: text.condition.values });
  await names.click();
  await names.pressSequentially('王');
  await expect(segments.offered('王')).toBeHidden();
  await expect(window.locator('.ant-select-dropdown:visible')).toHaveCount(0);
});

test('a segment leads on: to its portrait, the one that there is or a new one, and into the report', async ({
  launchSample,
}) => {
  const { window } = await launchSample();
  const frame = new Frame(window);
  const [segments, portraits, reports] = [new SegmentsArea(window), new PortraitsArea(window), new ReportsArea(window)];
  const leadOn = (name: string) => window.getByRole('button', { name, exact: true }).click();
  await frame.go('segments');
  await segments.show('制造业手机银行客户');
  await leadOn(text.inspector.portrait);
  await expect(portraits.name).toHaveValue('制造业手机银行客户画像');
  await expect(portraits.list.getByRole('listitem')).toHaveCount(2);

  await frame.go('segments');
  await segments.show('大额预警客户');
  await leadOn(text.inspector.portrait);
  await expect(portraits.name).toHaveValue('大额预警客户画像');
  await expect(portraits.list.getByRole('listitem')).toHaveCount(3);

  for (const _ of ['once', 'and not again']) {
    await frame.go('segments');
    await segments.show('大额预警客户');
    await leadOn(text.inspector.report);
    await expect(reports.pages).toHaveCount(6);
    expect((await reports.names()).at(-1)).toBe('大额预警客户');
  }
});
