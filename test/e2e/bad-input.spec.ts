import { chmod, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { parseCsv } from '../exports/oracle.ts';
import { DataArea } from './pages/data.ts';
import { chooseTheme, toEnglish } from './pages/frame.ts';
import { seriousFindings } from './support/axe.ts';
import { willChoose, willSaveTo } from './support/dialogs.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { resize } from './support/looks.ts';
import { takePicture } from './support/picture.ts';
import { words } from './support/words.ts';
import { chooseToImport, filesOf, importFile, newWorkspace } from './support/workspace.ts';

const sample = join(import.meta.dirname, '../../resources/sample/data');
const table = 'id,name\n1,a\n2,b\n';
const long = `id,name\n${Array.from({ length: 20_000 }, (_, i) => `${i},name ${i}`).join('\n')}\n`;
const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));

interface Bad {
  name: string;
  make: (folder: string, name: string) => Promise<unknown>;
  says: string;
  en?: string;
}

const written = (content: string | Buffer) => (folder: string, name: string) => fileIn(folder, name, content);

const cases: readonly Bad[] = [
  {
    name: '空.csv',
    make: written(''),
    says: '文件“空.csv”是空的。没有载入任何内容。',
    en: 'The file “空.csv” is empty. Nothing was loaded.',
  },
  { name: '只有表头.csv', make: written('id,name\n'), says: '文件“只有表头.csv”只有表头（第 1 行），没有数据行。' },
  {
    name: '截断.csv.gz',
    make: written(half(gzipSync(long))),
    says: '文件“截断.csv.gz”不完整（gzip 数据被截断或损坏）',
  },
  {
    name: '截断.xlsx',
    make: async (folder, name) => fileIn(folder, name, half(await readFile(join(sample, '投放活动.xlsx')))),
    says: '文件“截断.xlsx”不完整（XLSX 数据被截断或损坏）',
  },
  {
    name: '截断.parquet',
    make: async (folder, name) => fileIn(folder, name, half(await readFile(join(sample, '交易流水.parquet')))),
    says: '文件“截断.parquet”不完整（Parquet 数据被截断或损坏）',
  },
  {
    name: '文件夹.csv',
    make: (folder, name) => mkdir(join(folder, name)),
    says: '文件“文件夹.csv”里没有文件。没有载入任何内容。',
  },
  {
    name: '不存在.csv',
    make: async () => undefined,
    says: '找不到文件“不存在.csv”，可能已被移动或删除。没有载入任何内容。',
  },
  {
    name: '无权限.csv',
    make: async (folder, name) => chmod(await fileIn(folder, name, table), 0o000),
    says: '没有读取文件“无权限.csv”的权限。没有载入任何内容。',
  },
];

test('each bad file: one sentence that names it, in both languages, and nothing is added', async ({
  launch,
  folder,
}) => {
  test.skip(process.getuid?.() === 0, 'root may read everything');
  const launched = await launch();
  const { window } = launched;
  const workspace = join(folder, '工作区');
  await newWorkspace(launched, workspace);
  for (const { name, make, says } of cases) {
    await test.step(name, async () => {
      await make(folder, name);
      const panel = await chooseToImport(launched, join(folder, name));
      await panel.tryToLoad();
      await expect(panel.alert).toHaveCount(1);
      await expect(panel.alert).toContainText(says);
      expect(
        (await panel.alert.innerText()).split('\n').filter((line) => line.includes(name)),
        'one sentence',
      ).toHaveLength(1);
      await panel.discard.click();
      await expect(new DataArea(window).emptyTitle).toBeVisible();
    });
  }
  expect(await filesOf(workspace)).toEqual([]);
  await importFile(launched, await fileIn(folder, '好.csv', table));
  await expect(new DataArea(window).entry('好')).toContainText('2 行');

  const text = await toEnglish(window);
  for (const { name, en } of cases) {
    if (en === undefined) continue;
    await test.step(en, async () => {
      const panel = await chooseToImport(launched, join(folder, name), text);
      await panel.tryToLoad();
      await expect(panel.alert).toContainText(en);
      await panel.discard.click();
    });
  }
  await expect(new DataArea(window, text).list.getByRole('listitem')).toHaveCount(1);
});

test('a file that vanishes between the look and the loading', async ({ launch, folder }) => {
  const launched = await launch();
  const workspace = join(folder, '工作区');
  await newWorkspace(launched, workspace);
  const path = await fileIn(folder, '消失.csv', table);
  const panel = await chooseToImport(launched, path);
  await expect(panel.load).toBeEnabled();
  await rm(path);
  await panel.load.click();
  await expect(panel.alert).toContainText('找不到文件“消失.csv”，可能已被移动或删除。没有载入任何内容。');
  await expect(new DataArea(launched.window).list).toBeHidden();
  expect(await filesOf(workspace)).toEqual([]);

  // Whoever put it back may have put another there: it is shown before it is loaded.
  await fileIn(folder, '消失.csv', table);
  await panel.load.click();
  await expect(panel.alert).toContainText('没有载入预览之后文件“消失.csv”');
  await panel.loadWhole();
  await expect(new DataArea(launched.window).entry('消失')).toContainText('2 行');
});

test('ragged rows are kept aside, each with its line and reason; a file of nothing else is not loaded', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  await newWorkspace(launched, join(folder, '工作区'));
  const all = await chooseToImport(launched, await fileIn(folder, '全坏.csv', 'id,name\n1\n2\n'));
  await expect(all.load).toBeEnabled();
  await all.load.click();
  await expect(all.alert).toContainText(
    '文件“全坏.csv”中没有能读取的行：2 行均有问题，首个在第 2 行。没有载入任何内容。',
  );
  await all.discard.click();

  await importFile(launched, await fileIn(folder, '参差.csv', 'id,name\n1,a\n2\n3,c\n4,d,e\n'));
  const data = new DataArea(launched.window);
  await expect(data.entry('参差')).toContainText('2 行');
  const quarantine = await data.tab('quarantine');
  await expect(quarantine).toContainText('2 行没有读入，保留在这里。其余 2 行已载入，可照常使用。');
  await expect(quarantine.getByRole('row').nth(1)).toContainText(/^3列数不足.*有 1 列，应为 2 列/);
  await expect(quarantine.getByRole('row').nth(2)).toContainText(/^5列数过多.*有 3 列，应为 2 列/);

  await test.step('one is exported with the others, repaired by hand, and put back', async () => {
    const { app, window } = launched;
    const target = join(folder, '隔离.csv');
    await willSaveTo(app, target);
    await quarantine.getByRole('button', { name: '导出 CSV' }).click();
    await expect(quarantine.getByRole('status')).toContainText('已导出 2 行');
    expect(parseCsv((await readFile(target, 'utf8')).replace(/^\ufeff/, ''))).toEqual([
      ['行号', '列', '原因', '原文'],
      ['3', '', '列数不足', '2'],
      ['5', '', '列数过多', '4,d,e'],
    ]);
    await resize(app, window, 1280, 660);
    await quarantine.getByRole('button', { name: '修复第 5 行' }).click();
    const dialog = window.getByRole('dialog', { name: '修复第 5 行' });
    await dialog.getByRole('textbox', { name: 'id', exact: true }).fill('四');
    await dialog.getByRole('button', { name: '存入数据集' }).click();
    await expect(dialog.getByRole('alert')).toHaveText('不是整数，应写作 1200');
    await takePicture(window, 'repair-zh-light-1280');
    expect(await seriousFindings(window)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'id', exact: true }).fill('4');
    await expect(dialog.getByRole('alert')).toBeHidden();
    await dialog.getByRole('button', { name: '把后一列并入“name”' }).click();
    await expect(dialog.getByRole('textbox', { name: 'name', exact: true })).toHaveValue('d,e');
    await dialog.getByRole('button', { name: '存入数据集' }).click();
    await expect(dialog).toBeHidden();
    await expect(data.entry('参差')).toContainText('3 行');
    const done = window.getByRole('region', { name: '已修复的行' });
    await expect(done).toContainText('第 5 行');
    const text = await toEnglish(window);
    await chooseTheme(window, text, 'dark');
    await takePicture(window, 'repaired-en-dark-1280');
    await new DataArea(window, text).tab('table');
    await new DataArea(window, text).grid('参差').expectCells(2, { 0: '4', 1: 'd,e' });
    await new DataArea(window, text).tab('quarantine');
    await window.getByRole('button', { name: 'Put line 5 back into quarantine' }).click();
    await expect(new DataArea(window, text).entry('参差')).toContainText('2 rows');
  });

  await test.step('both go out as a repair sheet with a reason; what was mended in it comes back', async () => {
    const { app, window } = launched;
    const text = words.en;
    const sheet = join(folder, '修复.xlsx');
    const tab = await new DataArea(window, text).tab('quarantine');
    const choose = async (item: string) => {
      await tab.getByRole('button', { name: 'Repair sheet' }).click();
      await window.getByRole('menuitem', { name: item }).click();
    };
    await willSaveTo(app, sheet);
    await choose('Export a repair sheet');
    const dialog = window.getByRole('dialog', { name: 'Export a repair sheet' });
    await dialog.getByRole('textbox').fill('to be mended by the branch');
    await takePicture(window, 'repair-sheet-reason-en-dark-1280');
    await dialog.getByRole('button', { name: 'Export' }).click();
    await expect(tab.getByRole('status')).toContainText('2 rows to mend exported');
    await willChoose(app, sheet);
    await choose('Read a mended repair sheet');
    await expect(tab.getByRole('status')).toContainText('no row that is still to be loaded');
    const write = async (place: [number, number], value: string) => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(sheet);
      const cell = book.worksheets[0]?.getRow(place[0]).getCell(place[1]);
      if (cell) cell.value = value;
      await book.xlsx.writeFile(sheet);
      await choose('Read a mended repair sheet');
    };
    await write([3, 7], 'vier');
    await expect(tab.getByRole('alert')).toContainText('“id” of line 5 is still no');
    await takePicture(window, 'repair-sheet-unfit-en-dark-1280');
    await write([3, 7], '4');
    await expect(tab.getByRole('status')).toContainText('no row that is still to be loaded');
    await write([2, 8], 'b');
    await expect(tab.getByRole('status')).toHaveText('1 row of the repair sheet is loaded; 1 left in quarantine.');
    expect(await seriousFindings(window)).toEqual([]);
    await takePicture(window, 'repair-sheet-done-en-dark-1280');
    await new DataArea(window, text).tab('table');
    await new DataArea(window, text).grid('参差').expectCells(2, { 0: '2', 1: 'b' });
  });
});
