import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataArea } from './pages/data.ts';
import { willChoose } from './support/dialogs.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { words } from './support/words.ts';
import { chooseToImport, newWorkspace } from './support/workspace.ts';

test('a file that was written to after its preview is not loaded before it was seen anew', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  const { window } = launched;
  const text = words.zh.versions;
  await newWorkspace(launched, join(folder, '工作区'));
  const path = await fileIn(folder, '导出中.csv', 'id,name\n01,甲\n');
  const panel = await chooseToImport(launched, path);
  await expect(panel.load).toBeEnabled();
  await appendFile(path, '02,乙\n');
  await panel.load.click();
  await expect(panel.alert).toContainText('预览之后文件“导出中.csv”发生了变化');
  await expect(panel.sample).toContainText('乙');
  await panel.loadWhole();
  await expect(new DataArea(window).entry('导出中')).toContainText('2 行');

  const newer = await fileIn(folder, '十月.csv', 'id,name\n03,丙\n');
  await willChoose(launched.app, newer);
  const tab = await new DataArea(window).tab('versions');
  await tab.getByRole('button', { name: text.append }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: text.choose }).click();
  const append = dialog.getByRole('button', { name: text.confirmAppend });
  await expect(append).toBeEnabled();
  await writeFile(newer, 'id,name,city\n03,丙,北京\n');
  await append.click();
  await expect(dialog.getByRole('alert')).toContainText('预览之后文件“十月.csv”发生了变化');
  await expect(dialog).toContainText('新的列：city');
  await append.click();
  await expect(dialog).toBeHidden();
  await expect(new DataArea(window).entry('导出中')).toContainText('3 行');
});
