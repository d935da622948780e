import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DataArea } from './pages/data.ts';
import { Frame } from './pages/frame.ts';
import { ReportsArea } from './pages/reports.ts';
import { SegmentsArea } from './pages/segments.ts';
import { StartScreen } from './pages/start.ts';
import { willSaveTo } from './support/dialogs.ts';
import { expect, test } from './support/fixture.ts';

const datasets = { 客户清单: '2,015', 交易流水: '40,000' } as const;
const segment = '制造业手机银行客户';

test('the sample portfolio, from the first screen to a PDF', async ({ launch, folder }) => {
  const { app, window } = await launch();
  const frame = await new StartScreen(window).openSample();
  await expect(frame.bar).toContainText('示例组合');

  const data = new DataArea(window);
  await expect(data.list.getByRole('listitem')).toHaveCount(4);
  await expect(data.entry('客户清单')).toContainText('3');
  for (const [name, rows] of Object.entries(datasets)) {
    const grid = await data.show(name);
    await expect(grid.status).toContainText(`共 ${rows} 行`);
  }
  await data.show('客户清单');
  const quarantine = await data.tab('quarantine');
  await expect(quarantine.getByRole('row')).toHaveCount(1 + 3);

  await frame.go('segments');
  const segments = new SegmentsArea(window);
  await segments.show(segment);
  await segments.expectCount('207', '2,000');

  await frame.go('reports');
  const reports = new ReportsArea(window);
  await expect(reports.pages).toHaveCount(5);
  const pdf = join(folder, '报告.pdf');
  await willSaveTo(app, pdf);
  await reports.export.click();
  await expect(reports.done).toContainText('报告.pdf', { timeout: 60_000 });
  const bytes = await readFile(pdf);
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(bytes.length).toBeGreaterThan(50_000);
});

test('the second opening makes nothing again, and definitions survive a restart', async ({ launch, launchSample }) => {
  const first = await launchSample();
  const frame = new Frame(first.window);
  await frame.go('segments');
  const segments = new SegmentsArea(first.window);
  await segments.show(segment);
  await segments.name.fill('改过名的客群');
  await segments.name.press('Enter');
  await expect(segments.saved()).toBeVisible();
  await segments.create();
  await expect(segments.name).toHaveValue('新客群');
  const workspace = join(first.userData, 'workspaces', '示例组合');
  const made = await stat(join(workspace, 'clientscope.json'));
  await first.app.close();

  const second = await launch({ userData: first.userData });
  const start = new StartScreen(second.window);
  await expect(start.recent('示例组合')).toBeVisible();
  await start.recent('示例组合').click();
  const again = new Frame(second.window);
  await again.go('segments');
  const kept = new SegmentsArea(second.window);
  await kept.show('改过名的客群');
  await kept.expectCount('207', '2,000');
  await kept.show('新客群');
  await kept.expectCount('2,000', '2,000');
  await again.close();
  await start.openSample();
  await expect(new DataArea(second.window).entry('客户清单')).toBeVisible();
  expect((await stat(join(workspace, 'clientscope.json'))).mtimeMs).toBe(made.mtimeMs);
});
