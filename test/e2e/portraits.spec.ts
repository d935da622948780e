import { isFull, whyNotNow } from '../support/tiers.ts';
import { ClientsArea } from './pages/clients.ts';
import { Frame } from './pages/frame.ts';
import { PortraitsArea } from './pages/portraits.ts';
import { SegmentsArea } from './pages/segments.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { fill, words } from './support/words.ts';
import { importFile, newWorkspace } from './support/workspace.ts';

const { portraits: text, common } = words.zh;
const makers = '制造业手机银行客户';

test('the planted lift of the sample is found, and a bar of it becomes a segment', async ({ launchSample }) => {
  const { window } = await launchSample();
  await new Frame(window).go('portraits');
  const area = new PortraitsArea(window);
  await expect(area.name).toHaveValue(`${makers}画像`);
  await expect(area.finding(0)).toContainText('供应链融资');
  await expect(area.finding(0)).toContainText('562');
  await expect(area.finding(0)).toContainText('124');
  await expect(area.finding(0)).toContainText('10.7%');
  await expect(area.sentence('5.6 倍')).toBeVisible();
  expect(await area.cards().count()).toBeGreaterThanOrEqual(8);
  await expect(area.card('行业')).toHaveCount(0);

  await test.step('how a card was computed', async () => {
    await area.card('主要产品').getByRole('button', { name: common.how.title }).click();
    const dialog = window.getByRole('dialog');
    await expect(dialog).toContainText('TGI =');
    await expect(dialog).toContainText('portrait_rows');
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('the table behind a chart', async () => {
    const card = area.card('主要产品');
    await card.getByRole('button', { name: common.chart.asTable }).click();
    await expect(card.getByRole('row', { name: /供应链融资/ })).toContainText('59.9%');
    await card.getByRole('button', { name: common.chart.asChart }).click();
  });

  await area.bar('信用等级', '空').click();
  await expect(area.detail).toContainText('信用等级');
  const clients = await area.bar('信用等级', '空').getAttribute('title');
  const count = /(\d+) 户/.exec(clients ?? '')?.[1] ?? '';
  await area.makeSegment.click();
  const segments = new SegmentsArea(window);
  await expect(segments.name).toHaveValue(`${makers}·信用等级 空`);
  await segments.expectCount(count, '2,000');
});

test('a portrait is made, changed and turned into a segment by keyboard alone', async ({ launchSample }) => {
  const { window } = await launchSample();
  await new Frame(window).go('portraits');
  const area = new PortraitsArea(window);
  await expect(area.finding(0)).toBeVisible();

  await window.getByRole('button', { name: text.create }).focus();
  await window.keyboard.press('Enter');
  // Of the first segment, not of all clients, who are like all clients.
  await expect(area.name).toHaveValue(`${makers}画像 2`);
  await expect(area.finding(0)).toContainText('供应链融资');
  await area.scope.focus();
  await window.keyboard.type('跨境');
  await window.keyboard.press('Enter');
  await expect(area.finding(0)).toContainText('出口押汇');
  await expect(area.finding(0)).toContainText('1,254');

  await area.finding(0).getByRole('button').focus();
  await window.keyboard.press('ArrowDown');
  await expect(area.finding(1).getByRole('button')).toBeFocused();
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('Enter');
  await expect(area.detail).toContainText('出口押汇');
  await area.makeSegment.focus();
  await window.keyboard.press('Enter');
  const segments = new SegmentsArea(window);
  await segments.expectCount('63', '2,000');
});

test('what cannot be compared is said in words', async ({ launchSample }) => {
  test.skip(!isFull, whyNotNow);
  const { window } = await launchSample();
  const frame = new Frame(window);
  await frame.go('portraits');
  const area = new PortraitsArea(window);
  await area.addDimension('信用等级');
  await expect(area.cards()).toHaveCount(1);
  await expect(area.sentence(text.noDifference)).toBeVisible();

  await test.step('its segment is deleted', async () => {
    await frame.go('segments');
    const segments = new SegmentsArea(window);
    await segments.show(makers);
    await window.getByRole('button', { name: words.zh.segments.remove }).click();
    await window.getByRole('dialog').getByRole('button', { name: common.actions.delete }).click();
    await expect(segments.list.getByRole('button', { name: makers, exact: true })).toBeHidden();
    await frame.go('portraits');
    await expect(window.getByRole('alert')).toContainText(makers);
  });
});

test('an empty workspace leads to the data, and a small table gives a portrait', async ({ launch, folder }) => {
  const launched = await launch();
  const { window } = launched;
  const frame = await newWorkspace(launched, `${folder}/workspace`);
  await frame.go('portraits');
  await expect(window.getByText(words.zh.clients.dataFirst)).toBeVisible();
  const rows = Array.from({ length: 20 }, (_, i) => `${i},${i % 4 ? '北' : '南'},${i * 10}`).join('\n');
  await frame.go('data');
  await importFile(launched, await fileIn(folder, 'people.csv', `编号,区域,金额\n${rows}\n`));
  await frame.go('clients');
  const clients = new ClientsArea(window);
  await clients.chooseTable('people');
  await clients.eachRowIsOne();
  await expect(clients.figure()).toHaveText('20');
  await frame.go('portraits');
  await expect(window.getByText(text.emptyTitle)).toBeVisible();
  const area = new PortraitsArea(window);
  await area.create();
  await expect(area.sentence(text.everyone)).toBeVisible();
  await expect(window.getByText(text.small)).toBeVisible();
  await expect(area.bar('区域', '北')).toHaveAccessibleName(
    fill(text.card.bar, { trait: '北', clients: '15', share: '75.0%', base: '75.0%' }),
  );
});
