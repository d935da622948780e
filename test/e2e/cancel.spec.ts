import { join } from 'node:path';
import { DataArea } from './pages/data.ts';
import { fileIn, longGzip } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { chooseToImport, filesOf, importFile, newWorkspace, stateOf } from './support/workspace.ts';

test('an import that is cancelled half-way leaves everything as it was before', async ({ launch, folder }) => {
  const launched = await launch();
  const { window } = launched;
  const workspace = join(folder, '工作区');
  const frame = await newWorkspace(launched, workspace);
  const data = new DataArea(window);
  await expect(data.emptyTitle).toBeVisible();
  await importFile(launched, await fileIn(folder, '很短.csv', 'id,name\n01,甲\n02,乙\n'));
  await expect(data.entry('很短')).toContainText('2 行');
  const panel = await chooseToImport(launched, await fileIn(folder, '很长.csv.gz', longGzip(40)));
  await panel.name.fill('改过的名称');
  await panel.chooseType('编号', 'text');
  await expect(panel.load).toBeEnabled();
  const before = await stateOf(workspace);
  await panel.load.click();
  // Half-way: part of the file has been read, and there is a share of it to show.
  await expect(panel.progress).toHaveAttribute('aria-valuenow', /^[1-9]/);
  expect(await filesOf(workspace)).not.toEqual([]);
  await panel.cancel.click();

  await expect(panel.progress).toBeHidden();
  await expect(panel.load).toBeEnabled();
  await expect(window.getByText('已取消，没有改动任何内容。')).toBeVisible();
  await expect(panel.alert).toBeHidden();
  await expect.poll(() => stateOf(workspace)).toEqual(before);
  // What was chosen for the file is still chosen, and the other dataset is alone and whole.
  await expect(panel.name).toHaveValue('改过的名称');
  await expect(panel.typeOf('编号').locator('xpath=ancestor::th')).toContainText('文本');
  await panel.discard.click();
  await data.show('很短');
  await data.grid('很短').expectCells(1, { 0: '02', 1: '乙' });
  await expect(data.list.getByRole('listitem')).toHaveCount(1);
  await frame.go('clients');
});
