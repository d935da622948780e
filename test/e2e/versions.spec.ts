import { join } from 'node:path';
import { DataArea } from './pages/data.ts';
import { chooseTheme, toEnglish } from './pages/frame.ts';
import { pickOption } from './pages/select.ts';
import { seriousFindings } from './support/axe.ts';
import { willChoose } from './support/dialogs.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { resize } from './support/looks.ts';
import { takePicture } from './support/picture.ts';
import { words } from './support/words.ts';
import { chooseToImport, newWorkspace } from './support/workspace.ts';

test('a dataset gets newer files, says how they differ, and goes back', async ({ launch, folder }) => {
  const launched = await launch();
  const { app, window } = launched;
  const text = words.zh.versions;
  await resize(app, window, 1280, 660);
  await newWorkspace(launched, join(folder, '工作区'));
  const panel = await chooseToImport(launched, await fileIn(folder, '九月.csv', '编号,金额\n1,10\n2,20\n'));
  await panel.loadWhole();
  const data = new DataArea(window);
  const tab = await data.tab('versions');
  const list = tab.getByRole('region', { name: text.list });
  await expect(list.getByRole('row')).toHaveCount(2);

  await willChoose(app, await fileIn(folder, '十月.csv', '编号,金额,城市\n3,30,北京\n'));
  await tab.getByRole('button', { name: text.append }).press('Enter');
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: text.choose }).click();
  await expect(dialog).toContainText('新的列：城市');
  await takePicture(window, 'versions-append-zh-light');
  await dialog.getByRole('button', { name: text.confirmAppend }).click();
  await expect(dialog).toBeHidden();
  await expect(window.getByText('“九月”现在是第 2 版，3 行')).toBeVisible();

  await willChoose(app, await fileIn(folder, '十一月.csv', '编号,金额\n7,70\n'));
  await tab.getByRole('button', { name: text.replace }).click();
  await dialog.getByRole('button', { name: text.choose }).click();
  await expect(dialog).toContainText('没有的列：城市');
  await dialog.getByRole('button', { name: text.confirmReplace }).click();
  await expect(list.getByRole('row')).toHaveCount(4);
  await expect(list.getByRole('row').nth(1)).toContainText('替换第 2 版');

  const comparison = tab.getByRole('region', { name: text.comparison });
  await pickOption(window, comparison.getByRole('combobox', { name: text.key }), '编号');
  await comparison.getByRole('button', { name: text.compare }).press('Enter');
  await expect(comparison).toContainText('按“编号”：新增 1，消失 3，有变化 0，相同 0');
  await expect(comparison.getByRole('row').nth(2)).toContainText('20.00 → 70.00');
  await takePicture(window, 'versions-compare-zh-light');

  await tab.getByRole('button', { name: '恢复第 1 版' }).press('Enter');
  await expect(list.getByRole('row').nth(1)).toContainText('恢复自第 1 版');
  expect(await seriousFindings(window)).toEqual([]);
  const grid = await data.show('九月');
  await data.tab('table');
  await expect(grid.status).toContainText('共 2 行');
  await data.tab('versions');
  const english = await toEnglish(window);
  await chooseTheme(window, english, 'dark');
  await expect(window.getByText('version 1 again')).toBeVisible();
  await takePicture(window, 'versions-en-dark');
});
