import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { zipOf } from '../../../support/zip.ts';
import { DataArea } from '../../pages/data.ts';
import { pickOption } from '../../pages/select.ts';
import { willChoose } from '../dialogs.ts';
import { fileIn, gb18030 } from '../files.ts';
import type { Launched } from '../launch.ts';
import { monthlyWorkbook } from '../monthlyWorkbook.ts';
import { fill, type Words } from '../words.ts';
import { chooseToImport } from '../workspace.ts';

const text = [
  '报表名称：对公存款月报',
  '制表单位：总行公司部',
  '',
  '客户编号,客户名称（工商登记全称）,登录密码,存款余额,同比,开户日期',
  ...Array.from(
    { length: 40 },
    (_, i) => `00${i},华东${i}号公司,pw${i}abcd9,"1,2${i}0.50",${i}.5%,2026-03-${10 + (i % 20)}`,
  ),
  '0099,短了一列',
  '合计,,,"48,000.00",,',
  '',
].join('\n');
const fixed = Array.from(
  { length: 30 },
  (_, i) => `${`KH${100 + i}`.padEnd(10)}${`Client ${i}`.padEnd(24)}${i * 3}`,
).join('\n');
const monthly = (month: number) => `编号,金额,日期\n00${month},10,2026-0${month}-05\n`;

function database(folder: string): string {
  const path = join(folder, '核心.db');
  const made = new Sqlite(path);
  made.exec(
    `CREATE TABLE 客户 (编号 TEXT, 余额 REAL); INSERT INTO 客户 VALUES ('001', 1.5); CREATE TABLE 流水 (a TEXT)`,
  );
  made.close();
  return path;
}

/** A look at each kind of file, what can be changed of how it is read, and what cannot be read. */
export async function importing(launched: Launched, words: Words, folder: string, look: Look): Promise<void> {
  const { app, window } = launched;
  const { intake } = words;
  const open = async (name: string, path: string | readonly string[]) => {
    const panel = await chooseToImport(launched, path, words);
    await expect(panel.load).toBeEnabled();
    await look(`import-${name}`);
    await panel.discard.click();
  };
  const panel = await chooseToImport(launched, await fileIn(folder, '存款月报.csv', gb18030(text)), words);
  await expect(panel.sample).toBeVisible();
  await look('import-secret');
  await panel.setting(intake.encoding).getByRole('combobox').click();
  await look('import-encodings');
  await window.keyboard.press('Escape');
  const secrets = window.getByRole('region', { name: fill(words.privacy.secrets.title, { count: '1' }) });
  await secrets.getByRole('button', { name: words.privacy.secrets.keep }).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await look('import-secret-reason');
  await window.getByRole('dialog').getByRole('textbox').fill('这是密码箱编号，不是密码');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toBeHidden();
  await look('import-secret-kept');
  await panel.name.fill('');
  await look('import-no-name');
  await panel.discard.click();
  await open('fixed', await fileIn(folder, 'fixed.txt', fixed));
  await open('workbook', await monthlyWorkbook(folder, '资产月报（分支行汇总）'));
  await open('database', database(folder));
  const nested = Array.from({ length: 20 }, (_, i) => ({
    id: i,
    name: `公司${i}`,
    address: { city: '上海', lines: [i, 2] },
  }));
  await open('json', await fileIn(folder, '客户.json', JSON.stringify(nested)));
  await open('no-rows', await fileIn(folder, '只有表头.csv', '编号,名称\n'));

  const zip = await fileIn(folder, '月报.zip', zipOf({ '1月.csv': monthly(1), '2月.csv': monthly(2) }));
  await chooseToImport(launched, zip, words);
  await expect(panel.load).toBeEnabled();
  await look('import-zip');
  const entries = panel.setting(intake.entry).getByRole('combobox');
  await pickOption(window, entries, intake.allEntries.replace('{{count}}', '2'));
  await expect(panel.typeOf('来源文件')).toBeAttached();
  await look('import-zip-together');
  await panel.discard.click();

  const months = join(folder, '每月对公客户月报');
  await mkdir(months);
  const paths = await Promise.all([1, 2, 3].map((month) => fileIn(months, `${month}月.csv`, monthly(month))));
  await fileIn(months, '说明.txt', '这不是表格，只是几句话。\n');
  await willChoose(app, months);
  await window.getByRole('button', { name: words.data.importFolder }).click();
  await expect(panel.load).toBeEnabled();
  await look('import-folder');
  await panel.discard.click();
  const broken = await fileIn(folder, '坏的.xlsx', 'PK\u0003\u0004 not a workbook');
  await chooseToImport(launched, [...paths, broken], words);
  await expect(panel.load).toBeEnabled();
  await look('import-queue');
  await window.getByRole('button', { name: '坏的.xlsx' }).click();
  await expect(panel.alert).toBeVisible();
  await look('import-broken');
  for (let left = 4; left > 0; left--) await panel.discard.click();
  await expect(new DataArea(window, words).list).toBeVisible();
}

/** Takes a picture of a screen under a name. */
export type Look = (screen: string) => Promise<unknown>;
