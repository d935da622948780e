import { join } from 'node:path';
import { DataArea } from './pages/data.ts';
import { fileIn, longGzip } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { chooseToImport, filesOf, importFile, newWorkspace } from './support/workspace.ts';

test('an import that is cancelled half-way leaves nothing behind', async ({ launch, folder }) => {
  const launched = await launch();
  const { window } = launched;
  const workspace = join(folder, '工作区');
  const frame = await newWorkspace(launched, workspace);
  const data = new DataArea(window);
  const panel = await chooseToImport(launched, await fileIn(folder, '很长.csv.gz', longGzip(40)));
  await expect(panel.load).toBeEnabled();
  await panel.load.click();
  // Half-way: part of the file has been read, and there is a share of it to show.
  await expect(panel.progress).toHaveAttribute('aria-valuenow', /^[1-9]/);
  expect(await filesOf(workspace)).not.toEqual([]);
  await panel.cancel.click();

  await expect(panel.progress).toBeHidden();
  await expect(panel.load).toBeEnabled();
  await expect(window.getByText('已取消，没有改动任何内容。')).toBeVisible();
  await expect(panel.alert).toBeHidden();
  await expect.poll(() => filesOf(workspace)).toEqual([]);
  await expect(data.list).toBeHidden();
  await panel.discard.click();
  await expect(data.emptyTitle).toBeVisible();

  await importFile(launched, await fileIn(folder, '很短.csv', 'id,name\n01,甲\n02,乙\n'));
  await expect(data.entry('很短')).toContainText('2 行');
  await data.grid('很短').expectCells(1, { 0: '02', 1: '乙' });
  await expect(data.list.getByRole('listitem')).toHaveCount(1);
  await frame.go('clients');
});
