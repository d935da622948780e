import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataArea } from './pages/data.ts';
import { Frame } from './pages/frame.ts';
import { spaced } from './pages/intake.ts';
import { SegmentsArea } from './pages/segments.ts';
import { StartScreen } from './pages/start.ts';
import { willChoose, willChooseEach, willSaveTo } from './support/dialogs.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { takePicture } from './support/picture.ts';
import { importFile, newWorkspace } from './support/workspace.ts';

test('a workspace is open in one process at a time, and only its user can read it', async ({ launch, folder }) => {
  const workspace = join(folder, '工作区');
  const first = await launch();
  const frame = await newWorkspace(first, workspace);
  await importFile(first, await fileIn(folder, '表.csv', 'id\n1\n2\n'));
  expect((await stat(workspace)).mode & 0o777).toBe(0o700);
  for (const file of ['warehouse.duckdb', 'catalogue.sqlite', 'clientscope.json']) {
    expect((await stat(join(workspace, file))).mode & 0o777, file).toBe(0o600);
  }

  const second = await launch();
  await willChoose(second.app, workspace);
  const start = new StartScreen(second.window);
  await start.button('打开工作区').click();
  await expect(start.alert).toContainText('工作区“工作区”已在另一个窗口或进程中打开。请先在那里关闭。');

  await frame.close();
  await start.button('打开工作区').click();
  await expect(new Frame(second.window).rail).toBeVisible();
  await expect(new DataArea(second.window).entry('表')).toContainText('2 行');
});

test('a workspace of a newer version, and folders that are none, are left alone', async ({ launch, folder }) => {
  const launched = await launch();
  const workspace = join(folder, '工作区');
  const frame = await newWorkspace(launched, workspace);
  await frame.close();
  const marker = join(workspace, 'clientscope.json');
  const content = JSON.parse(await readFile(marker, 'utf8'));
  await writeFile(marker, JSON.stringify({ ...content, version: 99 }));
  const other = join(folder, '别的');
  await mkdir(other);

  const start = new StartScreen(launched.window);
  const says = {
    [workspace]: '由更新的版本（格式 99）创建，本版本只能打开到格式 1。未作任何改动。',
    [other]: '“别的”不是客镜工作区。请选择一个工作区，或选空文件夹新建。',
    [join(folder, '没有')]: '找不到工作区文件夹“没有”。',
  };
  for (const [path, sentence] of Object.entries(says)) {
    await willChoose(launched.app, path);
    await start.button('打开工作区').click();
    await expect(start.alert).toContainText(sentence);
  }
  expect(JSON.parse(await readFile(marker, 'utf8'))).toMatchObject({ version: 99 });
  await start.openSample();
});

test('a playbook and the files of another folder become a workspace; what fails of it is said', async ({
  launch,
  folder,
}) => {
  const { app, window } = await launch();
  const start = new StartScreen(window);
  const playbook = join('resources', 'sample', 'playbook.json');
  const empty = join(folder, '空');
  await mkdir(empty);
  const target = join(folder, '十一月');
  await willSaveTo(app, target);
  await test.step('none of its files is there: nothing is made', async () => {
    await willChooseEach(app, playbook, empty);
    await start.button('按方案文件新建…').click();
    await expect(start.alert).toContainText('文件夹“空”里没有一个能读取的方案数据文件，需要的是：客户清单.csv');
    await takePicture(window, 'from-playbook-no-data-zh');
    expect(await readdir(folder)).toEqual(['空']);
  });
  await test.step('given up on the way: nothing is made either', async () => {
    await willChooseEach(app, playbook, join('resources', 'sample', 'data'));
    await start.button('按方案文件新建…').click();
    await window.getByRole('button', { name: spaced('取消') }).click();
    await expect(window.getByRole('main').getByRole('status')).toHaveText('已取消，没有改动任何内容。');
    expect(await readdir(folder)).toEqual(['空']);
  });
  await test.step('most of them are', async () => {
    const data = join(folder, '数据');
    await cp(join('resources', 'sample', 'data'), data, { recursive: true });
    await rm(join(data, '投放活动.xlsx'));
    await willChooseEach(app, playbook, data);
    await start.button('按方案文件新建…').click();
    const frame = new Frame(window);
    await expect(frame.rail).toBeVisible({ timeout: 60_000 });
    await expect(window.getByText('工作区已建好，有 2 项没有成：')).toContainText('“投放活动”：');
    await takePicture(window, 'from-playbook-partly-zh');
    await expect(new DataArea(window).entry('客户清单')).toContainText('2,015 行');
    await frame.go('segments');
    await expect(new SegmentsArea(window).list.getByRole('button', { name: '制造业手机银行客户' })).toBeVisible();
    expect((await readdir(folder)).toSorted()).toEqual(['十一月', '数据', '空']);
  });
});

test('an area without data leads to the sample', async ({ launch, folder }) => {
  const launched = await launch();
  const { window } = launched;
  const frame = await newWorkspace(launched, join(folder, '空的'));
  await frame.go('portraits');
  await new StartScreen(window).sampleButton.click();
  await expect(new DataArea(window).entry('客户清单')).toBeVisible({ timeout: 60_000 });
});
