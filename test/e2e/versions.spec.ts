import { join } from 'node:path';
import { isFull, whyNotNow } from '../support/tiers.ts';
import { DataArea } from './pages/data.ts';
import { chooseTheme, toEnglish } from './pages/frame.ts';
import { pickOption } from './pages/select.ts';
import { seriousFindings } from './support/axe.ts';
import { willChoose } from './support/dialogs.ts';
import { dropFiles } from './support/drop.ts';
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
  await expect(dialog).toContainText('缺少的列：城市');
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
  await expect(window.getByText('restored from version 1')).toBeVisible();
  await takePicture(window, 'versions-en-dark');
});

test('a dataset is read again with other options, from its file where that is unchanged, and takes several files', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  const { app, window } = launched;
  const { versions, intake, data: says } = words.zh;
  await resize(app, window, 1280, 660);
  await newWorkspace(launched, join(folder, '工作区'));
  const lines = Array.from({ length: 40 }, (_, i) => `${i},${i * 10}`).join('\n');
  const path = await fileIn(folder, '九月.csv', `编号,金额\n${lines}\n40\n41\n`);
  const panel = await chooseToImport(launched, path);
  await panel.loadWhole();
  const data = new DataArea(window);
  const quarantine = await data.tab('quarantine');
  await expect(quarantine).toContainText('2');
  await quarantine.getByRole('button', { name: intake.again.open }).press('Enter');
  await expect(window.getByText('成为“九月”的第 2 版')).toBeVisible();
  await panel.chooseType('编号', 'text');
  await takePicture(window, 'read-again-zh-light');
  expect(await seriousFindings(window)).toEqual([]);
  await window.getByRole('button', { name: intake.again.load }).click();
  await expect(window.getByText('“九月”现在是第 2 版，40 行')).toBeVisible();
  const fields = await data.tab('fields');
  await expect(fields.getByRole('row').nth(1)).toContainText('文本');
  const tab = await data.tab('versions');
  const list = tab.getByRole('region', { name: versions.list });
  await expect(list.getByRole('row').nth(1)).toContainText('重新读取第 1 版的文件');

  // Several files, dropped while the dialog is open.
  await tab.getByRole('button', { name: versions.append }).click();
  const dialog = window.getByRole('dialog');
  await dropFiles(window, [
    await fileIn(folder, '十月.csv', '编号,金额\n50,1\n'),
    await fileIn(folder, '十一月.csv', '编号,金额\n51,1\n'),
  ]);
  await expect(dialog).toContainText('2 个文件合为一张表：十月.csv、十一月.csv');
  await dialog.getByRole('button', { name: versions.confirmAppend }).click();
  await expect(window.getByText('“九月”现在是第 3 版，42 行')).toBeVisible();

  // The file has changed meanwhile: it is said, and the one that is chosen counts.
  await fileIn(folder, '九月.csv', '编号,金额\n1,2\n');
  await tab.getByRole('button', { name: '恢复第 1 版' }).click();
  await expect(list.getByRole('row').nth(1)).toContainText('恢复自第 1 版');
  await tab.getByRole('button', { name: intake.again.open }).click();
  await expect(dialog).toContainText('“九月.csv”在导入之后改过');
  await takePicture(window, 'read-again-changed-zh-light');
  await willChoose(app, path);
  await dialog.getByRole('button', { name: intake.again.choose }).press('Enter');
  await expect(window.getByText('成为“九月”的第 5 版')).toBeVisible();
  await window.getByRole('button', { name: intake.again.load }).click();
  await expect(window.getByText('“九月”现在是第 5 版，1 行')).toBeVisible();
  await data.tab('quarantine');
  await expect(window.getByText(says.quarantine.emptyTitle)).toBeVisible();
});

test('one of several files is replaced alone: its rows and counts are those of the new one, and no other changes', async ({
  launch,
  folder,
}) => {
  test.skip(!isFull, whyNotNow);
  const launched = await launch();
  const { app, window } = launched;
  const text = words.zh.versions;
  await resize(app, window, 1280, 660);
  await newWorkspace(launched, join(folder, '工作区'));
  const panel = await chooseToImport(launched, await fileIn(folder, '一月.csv', '编号,金额\n1,10\n2,20\n'));
  await panel.loadWhole();
  const data = new DataArea(window);
  const tab = await data.tab('versions');
  const dialog = window.getByRole('dialog');
  await willChoose(app, await fileIn(folder, '二月.csv', '编号,金额\n3,99999\n'));
  await tab.getByRole('button', { name: text.append }).click();
  await dialog.getByRole('button', { name: text.choose }).click();
  await dialog.getByRole('button', { name: text.confirmAppend }).click();
  await expect(dialog).toBeHidden();

  const about = await data.tab('about');
  await expect(about).toContainText('二月.csv：载入 1 行');
  await takePicture(window, 'replace-file-zh-light');
  await about.getByRole('button', { name: '替换这个文件… 二月.csv' }).press('Enter');
  await willChoose(app, await fileIn(folder, '二月（更正）.csv', '编号,金额\n3,30\n4,40\n'));
  await dialog.getByRole('button', { name: text.choose }).click();
  await expect(dialog).toContainText(text.alike);
  await takePicture(window, 'replace-file-dialog-zh-light');
  expect(await seriousFindings(window)).toEqual([]);
  await dialog.getByRole('button', { name: text.confirmReplace }).click();
  await expect(dialog).toBeHidden();
  await expect(window.getByText('“一月”现在是第 3 版，4 行')).toBeVisible();
  await expect(about).toContainText('一月.csv：载入 2 行');
  await expect(about).toContainText('二月（更正）.csv：载入 2 行');
  const english = await toEnglish(window);
  await chooseTheme(window, english, 'dark');
  await window.getByRole('button', { name: 'Replace this file… 一月.csv' }).click();
  await takePicture(window, 'replace-file-dialog-en-dark');
});
