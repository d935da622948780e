import { join } from 'node:path';
import { DataArea } from './pages/data.ts';
import { Frame } from './pages/frame.ts';
import { SegmentsArea } from './pages/segments.ts';
import { enginePid } from './support/engine.ts';
import { fileIn, longGzip } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { askTransactions } from './support/oracle.ts';
import { words } from './support/words.ts';
import { chooseToImport, filesOf } from './support/workspace.ts';

const restarted = words.zh.common.frame.restarted;

test('the engine dies in the middle of an import: the workspace is back, nothing half-loaded in it', async ({
  launchSample,
  folder,
}) => {
  const launched = await launchSample();
  const { app, window, userData } = launched;
  const data = new DataArea(window);
  const panel = await chooseToImport(launched, await fileIn(folder, '很长.csv.gz', longGzip(40)));
  await expect(panel.load).toBeEnabled();
  await panel.load.click();
  await expect(panel.progress).toHaveAttribute('aria-valuenow', /^[1-9]/);
  const before = await enginePid(app);
  process.kill(before, 'SIGKILL');

  await expect(window.getByText(restarted)).toBeVisible();
  await expect(panel.alert).toContainText('数据引擎已重新启动');
  await expect(data.list.getByRole('listitem')).toHaveCount(4);
  expect(await enginePid(app)).not.toBe(before);
  await panel.discard.click();

  // The file that was chosen before can be read after; so can the tables.
  const small = await fileIn(folder, '很短.csv', 'id,name\n01,甲\n');
  await (await chooseToImport(launched, small)).loadWhole();
  await expect(data.entry('很短')).toContainText('1 行');
  expect(await filesOf(join(userData, 'workspaces', '示例组合'))).toEqual([]);
  await new Frame(window).go('segments');
  await new SegmentsArea(window).expectCount('207', '2,000');
});

test('the engine dies in the middle of a query: the grid asks again', async ({ launchSample }) => {
  const { app, window } = await launchSample();
  const grid = await new DataArea(window).show('交易流水');
  await expect(grid.status).toContainText('共 40,000 行');
  const before = await enginePid(app);
  // Stopped, so that the query is certainly under way when the engine dies.
  process.kill(before, 'SIGSTOP');
  await grid.sort(3);
  await expect(grid.header(3)).toHaveAttribute('aria-sort', 'ascending');
  process.kill(before, 'SIGKILL');

  await expect(window.getByText(restarted)).toBeVisible();
  await expect(new DataArea(window).list.getByRole('listitem')).toHaveCount(4);
  const [[amount = ''] = []] = await askTransactions('SELECT min("金额（元）") FROM rows');
  await grid.expectCells(0, { 3: amount });
  await new Frame(window).go('segments');
  await new SegmentsArea(window).expectCount('207', '2,000');
});
