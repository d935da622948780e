import { join } from 'node:path';
import { isFull, whyNotNow } from '../support/tiers.ts';
import { DataArea } from './pages/data.ts';
import { toEnglish } from './pages/frame.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { wideTable } from './support/looks.ts';
import { fill, words } from './support/words.ts';
import { chooseToImport, newWorkspace } from './support/workspace.ts';

test('a table of 2,000 columns: looked at, loaded, walked through to its last cell', async ({ launch, folder }) => {
  test.skip(!isFull, whyNotNow);
  const launched = await launch();
  await newWorkspace(launched, join(folder, '工作区'));
  const line = (cell: (column: number) => string) => `${Array.from({ length: 2000 }, (_, i) => cell(i)).join(',')}\n`;
  const rows = Array.from({ length: 200 }, (_, row) => line((column) => `${row * 10_000 + column}`));
  const path = await fileIn(folder, '宽表.csv', line((column) => `列${column + 1}`) + rows.join(''));
  const panel = await chooseToImport(launched, path);
  const shown = { shown: '60', columns: '2000' };
  await expect(launched.window.getByText(fill(words.zh.intake.moreColumns, shown))).toBeVisible();
  await expect(panel.sample.getByRole('columnheader')).toHaveCount(60);
  await panel.loadWhole();

  const data = new DataArea(launched.window);
  const grid = data.grid('宽表');
  await expect(grid.status).toContainText('共 200 行');
  await grid.expectCells(0, { 0: '0', 1: '1' });
  await grid.toEnd();
  await grid.toLastColumn();
  await grid.expectCells(199, { 1998: '1991998', 1999: '1991999' });
  await expect(grid.header(1999)).toContainText('列2000');
  const fields = await data.tab('fields');
  await expect(fields.getByTitle('列1', { exact: true })).toBeVisible();
  // A grid without a width would draw all of its columns.
  expect(await launched.window.locator('.ag-header-cell').count()).toBeLessThan(50);
  // A long list is drawn as it is scrolled, and searched in all of it.
  await expect(fields.getByTitle('列200', { exact: true })).toBeAttached();
  await expect(fields.getByTitle('列2000', { exact: true })).toHaveCount(0);
  await fields.getByTitle('列200', { exact: true }).scrollIntoViewIfNeeded();
  await expect(fields.getByTitle('列400', { exact: true })).toBeAttached();
  await fields.getByRole('textbox').fill('列2000');
  await expect(fields.getByTitle('列2000', { exact: true })).toBeVisible();
});

test('a table of a single column', async ({ launch, folder }) => {
  const launched = await launch();
  await newWorkspace(launched, join(folder, '工作区'));
  const panel = await chooseToImport(launched, await fileIn(folder, '单列.csv', '客户编号\n001\n002\n003\n'));
  await expect(panel.sample.getByRole('columnheader')).toHaveCount(1);
  await panel.loadWhole();
  const grid = new DataArea(launched.window).grid('单列');
  await expect(grid.status).toContainText('共 3 行');
  await grid.expectCells(0, { 0: '001' });
  await grid.expectCells(2, { 0: '003' });
});

test('what a cell cuts shows whole on a tooltip, what it shows does not', async ({ launch, folder }) => {
  test.skip(!isFull, whyNotNow);
  const launched = await launch();
  const { window } = launched;
  await newWorkspace(launched, join(folder, '工作区'));
  const panel = await chooseToImport(launched, await fileIn(folder, '宽.csv', wideTable));
  await panel.loadWhole();
  const grid = new DataArea(window).grid('宽');
  const tip = window.locator('.ag-tooltip');
  await expect(grid.cell(1, 1)).toHaveText('b');
  await grid.cell(1, 1).hover();
  await grid.cell(0, 1).hover();
  await expect(tip).toHaveText('很长的值'.repeat(60));
  await grid.cell(1, 1).hover();
  await expect(tip).toHaveCount(0);
});

test('the look at a file: no rows are told before loading, and a long name is cut with a sign', async ({
  launch,
  folder,
}) => {
  test.skip(!isFull, whyNotNow);
  const launched = await launch();
  const { window } = launched;
  await newWorkspace(launched, join(folder, '工作区'));
  const long = '很长的列名'.repeat(40);
  const path = await fileIn(folder, '只有表头.csv', `id,${long}\n`);
  const panel = await chooseToImport(launched, path);
  await expect(window.getByText('只有表头（2 列），没有数据行')).toBeVisible();
  await expect(panel.alert).toHaveCount(0);

  const name = panel.sample.getByTitle(long, { exact: true });
  await expect(name).toBeVisible();
  const cut = await name.getByText(long, { exact: true }).evaluate((text) => ({
    sign: getComputedStyle(text).textOverflow,
    hidden: text.scrollWidth > text.clientWidth,
    width: text.clientWidth,
  }));
  expect(cut).toMatchObject({ sign: 'ellipsis', hidden: true });
  expect(cut.width).toBeLessThanOrEqual(240);

  await panel.discard.click();
  const text = await toEnglish(window);
  await chooseToImport(launched, path, text);
  await expect(window.getByText('Header only (2 columns), no data rows')).toBeVisible();
});
