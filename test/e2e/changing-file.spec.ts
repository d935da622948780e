import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataArea } from './pages/data.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { chooseToImport, newWorkspace } from './support/workspace.ts';

test('a file that was written to after its preview is not loaded before it was seen anew', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  const { window } = launched;
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
});
