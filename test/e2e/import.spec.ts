import { join } from 'node:path';
import { sharedData, whySkipped } from '../support/sharedData.ts';
import { isFull, whyNotNow } from '../support/tiers.ts';
import { ClientsArea } from './pages/clients.ts';
import { DataArea } from './pages/data.ts';
import { SegmentsArea } from './pages/segments.ts';
import { dropFiles } from './support/drop.ts';
import { csvLine, fileIn, gb18030 } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { chooseToImport, filesOf, importFile, newWorkspace } from './support/workspace.ts';

const names = [
  '客户编号',
  '大数',
  '数量',
  '说 "引号" 和 \'单引号\'',
  '第一行\n第二行',
  '"; DROP TABLE x; --',
  '表情😀',
  '长'.repeat(300),
];
const row = (index: number) =>
  csvLine(
    `00${index}`,
    `12345678901234567${index}`,
    `${index * 1000}`,
    `a"${index}`,
    `多\n行`,
    '；',
    '😀',
    `末${index}`,
  );

test('a GB18030 file with hostile column names: looked at, changed, loaded, shown exactly', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  const { window } = launched;
  await newWorkspace(launched, join(folder, '工作区'));
  const lines = [csvLine(...names), ...[1, 2, 3, 4, 5].map(row), csvLine('006', '只有两列'), ...[7, 8, 9].map(row)];
  const panel = await chooseToImport(launched, await fileIn(folder, '敌意列名.csv', gb18030(lines.join(''))));

  await expect(panel.setting('编码')).toContainText('GB18030');
  await expect(panel.setting('分隔符')).toContainText('逗号');
  for (const name of names) await expect(panel.typeOf(name)).toBeAttached();
  await expect(panel.sample).toContainText('123456789012345671');
  await panel.chooseType('数量', 'text');
  await panel.loadWhole();

  const data = new DataArea(window);
  await expect(data.title('敌意列名')).toBeVisible();
  const grid = data.grid('敌意列名');
  await expect(grid.status).toContainText('共 8 行');
  await grid.expectCells(0, { 0: '001', 1: '123456789012345671', 2: '1000' });
  await grid.toEnd();
  await grid.toLastColumn();
  await grid.expectCells(7, { 6: '😀', 7: '末9' });

  const fields = await data.tab('fields');
  for (const name of names) await expect(fields.getByTitle(name, { exact: true })).toBeVisible();
  await expect(fields.getByRole('row').filter({ hasText: '数量' })).toContainText('文本');
  const quarantine = await data.tab('quarantine');
  // Each row is two lines long, because of the line end inside it; so is the header.
  await expect(quarantine.getByRole('row').nth(1)).toContainText(/^13列数不足.*只有两列/);
});

test('a file of 9 MB, which a thread of its own looks through: the line of its last row is told', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  await newWorkspace(launched, join(folder, '工作区'));
  const lines = `1,${'字'.repeat(9)}\n`.repeat(300_000);
  await importFile(launched, await fileIn(folder, '大.csv', `编号,说明\n${lines}断开\n`));
  const data = new DataArea(launched.window);
  await expect(data.entry('大')).toContainText('30万 行');
  const quarantine = await data.tab('quarantine');
  await expect(quarantine.getByRole('row').nth(1)).toContainText(/^300002列数不足.*断开/);
});

test('files dropped on the window', async ({ launch, folder }) => {
  const launched = await launch();
  const workspace = join(folder, '工作区');
  await newWorkspace(launched, workspace);
  const first = await fileIn(folder, '甲.csv', 'id,name\n01,a\n02,b\n');
  const second = await fileIn(folder, '乙.tsv', 'id\tname\n1\tc\n');
  // What cannot be read is not among those that can be loaded together.
  const empty = await fileIn(folder, '空.csv', '');
  await dropFiles(launched.window, [first, second, empty]);
  await expect(launched.window.getByRole('button', { name: '空.csv' })).toContainText('无法读取');
  await launched.window.getByRole('button', { name: '全部载入（2）' }).click();
  const data = new DataArea(launched.window);
  await expect(data.entry('甲')).toContainText('2 行');
  await expect(data.entry('乙')).toContainText('1 行');
});

test.describe(`real exports${whySkipped}`, () => {
  const shared = sharedData ?? '';
  test.skip(sharedData === null, 'no ../shared/data');
  // The engine loads both in each `npm test`; here it is the window that shows them.
  test.skip(!isFull, whyNotNow);

  test('bank-full.csv: 45,211 clients, 5,289 of them said yes', async ({ launch, folder }) => {
    const launched = await launch();
    const { window } = launched;
    const frame = await newWorkspace(launched, join(folder, 'bank'));
    const panel = await chooseToImport(launched, join(shared, 'uci_bank_marketing', 'bank-full.csv'));
    await expect(panel.setting('分隔符')).toContainText('分号');
    await panel.loadWhole();
    await expect(new DataArea(window).grid('bank-full').status).toContainText('共 45,211 行');

    await frame.go('clients');
    const clients = new ClientsArea(window);
    await clients.chooseTable('bank-full');
    await clients.eachRowIsOne();
    await expect(clients.figure()).toHaveText('45,211');

    await frame.go('segments');
    const segments = new SegmentsArea(window);
    await segments.create();
    await segments.expectCount('45,211', '45,211');
    await segments.addField('y');
    await segments.condition('1.1').getByRole('combobox', { name: '值（可多个）' }).fill('yes');
    await window.keyboard.press('Enter');
    await segments.expectCount('5,289', '45,211');
  });

  test('bpic2012.csv.gz: 262,200 events', async ({ launch, folder }) => {
    const launched = await launch();
    const workspace = join(folder, 'bpi');
    await newWorkspace(launched, workspace);
    await importFile(launched, join(shared, 'bpi2012', 'bpic2012.csv.gz'));
    const grid = new DataArea(launched.window).grid('bpic2012');
    await expect(grid.status).toContainText('共 262,200 行');
    expect(await filesOf(workspace)).toEqual([]);
    await grid.toEnd();
    await expect(grid.cell(262_199, 0)).not.toBeEmpty();
  });
});
