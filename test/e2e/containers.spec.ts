import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { zipOf } from '../support/zip.ts';
import { DataArea } from './pages/data.ts';
import { chooseTheme, toEnglish } from './pages/frame.ts';
import { ImportPanel } from './pages/intake.ts';
import { pickOption } from './pages/select.ts';
import { willChoose } from './support/dialogs.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { resize } from './support/looks.ts';
import { monthlyWorkbook } from './support/monthlyWorkbook.ts';
import { takePicture } from './support/picture.ts';
import { words } from './support/words.ts';
import { chooseToImport, newWorkspace } from './support/workspace.ts';

function sqlite(folder: string): string {
  const path = join(folder, '核心.db');
  const database = new Sqlite(path);
  database.exec(`CREATE TABLE 客户 (编号 TEXT, 余额 REAL, 开户日 DATE); INSERT INTO 客户 VALUES ('001', 1.5, '2024-01-05');
    CREATE TABLE 流水 (编号 TEXT, 金额 REAL); INSERT INTO 流水 VALUES ('001', 9), ('002', 8)`);
  database.close();
  return path;
}

const january = '编号,金额,日期\n001,10,2024-01-05\n002,20,2024-01-06\n';
const february = '日期,编号,金额,渠道\n2024-02-01,003,1.5,网银\n2024-02-02,004,2,柜台\n2024-02-03,005\n';

test('a workbook: merged header, hidden rows, a range, and what is said of it', async ({ launch, folder }) => {
  const launched = await launch();
  const { app, window } = launched;
  await newWorkspace(launched, join(folder, '工作区'));
  await resize(app, window, 1280, 660);
  const path = await monthlyWorkbook(folder, '月报');
  const panel = await chooseToImport(launched, path);
  await expect(panel.typeOf('2025年_余额')).toBeAttached();
  const remarks = window.getByRole('list', { name: words.zh.intake.remarks.label });
  for (const sentence of [
    '表头占 2 行',
    '隐藏行 1 行',
    '隐藏列 1 列，一并载入：2025年_笔数',
    '1 个单元格是 #N/A',
    '表尾 1 行',
  ])
    await expect(remarks).toContainText(sentence);
  await takePicture(window, 'import-workbook-zh-light-1280');
  await window.getByRole('textbox', { name: words.zh.intake.range }).fill('a2:c10');
  await window.keyboard.press('Enter');
  await expect(panel.typeOf('2026年_余额')).not.toBeAttached();
  await expect(panel.typeOf('2025年_笔数')).toBeAttached();
  const text = await toEnglish(window);
  await chooseTheme(window, text, 'dark');
  await takePicture(window, 'import-workbook-en-dark-1280');
  await new ImportPanel(window, text).loadWhole();
  const data = new DataArea(window, text);
  await expect(data.grid('资产月报').status).toContainText('7 rows');
  const about = await data.tab('about');
  await expect(about).toContainText('A2:C10');
  await takePicture(window, 'about-workbook-en-dark-1280');
});

test('a database: the table is chosen', async ({ launch, folder }) => {
  const launched = await launch();
  const { app, window } = launched;
  await newWorkspace(launched, join(folder, '工作区'));
  await resize(app, window, 1280, 660);
  const panel = await chooseToImport(launched, sqlite(folder));
  await expect(panel.typeOf('开户日')).toBeAttached();
  await pickOption(window, panel.setting(words.zh.intake.table).getByRole('combobox'), '流水');
  await expect(panel.typeOf('金额')).toBeAttached();
  await takePicture(window, 'import-database-zh-light-1280');
  await panel.loadWhole();
  await expect(new DataArea(window).grid('核心').status).toContainText('2 行');
});

test('a zip: one file of it, or all as one table', async ({ launch, folder }) => {
  const launched = await launch();
  const { app, window } = launched;
  await newWorkspace(launched, join(folder, '工作区'));
  await resize(app, window, 1280, 660);
  const content = zipOf({ '1月.csv': january, '2月.csv': february });
  const panel = await chooseToImport(launched, await fileIn(folder, '月报.zip', content));
  await expect(panel.setting(words.zh.intake.entry)).toContainText('1月.csv');
  await pickOption(window, panel.setting(words.zh.intake.entry).getByRole('combobox'), '合为一张表');
  await expect(panel.typeOf('来源文件')).toBeAttached();
  await expect(panel.typeOf('渠道')).toBeAttached();
  await takePicture(window, 'import-zip-zh-light-1280');
  await panel.loadWhole();
  await expect(new DataArea(window).grid('月报').status).toContainText('4 行');
});

test('several files and a folder as one table', async ({ launch, folder }) => {
  const launched = await launch();
  const { app, window } = launched;
  await newWorkspace(launched, join(folder, '工作区'));
  await resize(app, window, 1280, 660);
  const months = join(folder, '月报');
  await mkdir(months);
  const first = await fileIn(months, '1月.csv', january);
  const second = await fileIn(months, '2月.csv', february);
  await fileIn(months, '说明.txt', '这不是表格，只是几句话。\n');
  const panel = await chooseToImport(launched, [first, second]);
  await window.getByRole('button', { name: '合为一张表（2）' }).click();
  await expect(panel.typeOf('来源文件')).toBeAttached();
  const text = await toEnglish(window);
  await chooseTheme(window, text, 'dark');
  await takePicture(window, 'import-together-en-dark-1280');
  await window.getByRole('button', { name: text.intake.apart }).click();
  await expect(window.getByRole('button', { name: 'As one table (2)' })).toBeVisible();
  await window.getByRole('button', { name: 'As one table (2)' }).click();
  await new ImportPanel(window, text).loadWhole();
  await expect(new DataArea(window, text).grid('1月').status).toContainText('4 rows');
  await willChoose(app, months);
  await window.getByRole('button', { name: text.data.importFolder }).click();
  const remarks = window.getByRole('list', { name: text.intake.remarks.label });
  await expect(remarks).toContainText('left out (1): 说明.txt');
  await takePicture(window, 'import-folder-en-dark-1280');
  await new ImportPanel(window, text).loadWhole();
  const about = await new DataArea(window, text).tab('about');
  await expect(about).toContainText('2月.csv: 2 rows loaded, 1 quarantined');
});
