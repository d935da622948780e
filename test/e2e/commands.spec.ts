import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { playbookSchema } from '#shared/playbook/index.ts';
import { isFull, whyNotNow } from '../support/tiers.ts';
import { Commands, clickMenu, menuItems } from './pages/commands.ts';
import { DataArea } from './pages/data.ts';
import { chooseTheme, Frame, toEnglish } from './pages/frame.ts';
import { SegmentsArea } from './pages/segments.ts';
import { StartScreen } from './pages/start.ts';
import { willSaveTo } from './support/dialogs.ts';
import { expect, test } from './support/fixture.ts';
import { resize } from './support/looks.ts';
import { takePicture } from './support/picture.ts';
import { words } from './support/words.ts';

const segment = '制造业手机银行客户';

test('the palette finds by pinyin, initials and English, and runs by keyboard alone', async ({ launchSample }) => {
  const { window } = await launchSample();
  const commands = new Commands(window);
  const segments = new SegmentsArea(window);
  await commands.run('zhizaoye', `打开客群：${segment}`);
  await expect(segments.name).toHaveValue(segment);

  await commands.open();
  // What was used last is on top.
  await expect(commands.options.first()).toContainText(segment);
  await commands.box.fill('kq');
  await expect(commands.options.filter({ hasText: '新建客群' })).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await expect(commands.options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('ArrowUp');
  await expect(commands.options.last()).toHaveAttribute('aria-selected', 'true');
  await commands.box.fill('没有这样的命令');
  await expect(commands.dialog.getByRole('status')).toContainText('没有与“没有这样的命令”相符');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Escape');
  await expect(commands.dialog).toBeHidden();

  await commands.run('new seg', '新建客群');
  await expect(segments.name).toHaveValue('新客群');
  await commands.run('cmm', '重命名');
  await expect(segments.name).toBeFocused();
  await window.keyboard.type('按键改名');
  await window.keyboard.press('Enter');
  await commands.run('shanchu', '删除客群“按键改名”');
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /删\s?除/ })
    .click();
  await expect(window.getByRole('dialog')).toBeHidden();
  await expect(segments.list.getByRole('button', { name: '按键改名' })).toBeHidden();
  await commands.run('cx', '撤销：删除客群“按键改名”');
  await expect(segments.name).toHaveValue('按键改名');
  await commands.run('english', '切换语言');
  await expect(window.getByRole('button', { name: words.en.common.frame.language })).toBeVisible();
});

test('shortcuts go to areas, also from a field that is written in, and not behind a dialog', async ({
  launchSample,
}) => {
  const { window } = await launchSample();
  const area = (name: string) => window.getByRole('main', { name, exact: true });
  const rail = await new Frame(window).rail.getByRole('button').allInnerTexts();
  const segmentsKey = `Control+${rail.findIndex((name) => name.trim() === '客群') + 1}`;
  await window.keyboard.press(segmentsKey);
  await expect(new SegmentsArea(window).name).toBeVisible();
  await window.keyboard.press('F2');
  await expect(new SegmentsArea(window).name).toBeFocused();
  await window.keyboard.press('Control+1');
  await expect(area('数据')).toBeVisible();
  await window.keyboard.press(segmentsKey);
  await window.getByRole('button', { name: words.zh.segments.remove }).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await window.keyboard.press('Control+1');
  await window.keyboard.press('Control+k');
  await expect(new Commands(window).dialog).toBeHidden();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toBeHidden();
  await expect(area('客群')).toBeVisible();
});

test('the menu is the registry: same commands, same words, one owner of the keys', async ({ launchSample, folder }) => {
  const { app, window } = await launchSample();
  await expect
    .poll(async () => Object.keys(await menuItems(app)).slice(0, 4))
    .toEqual(['文件', '编辑', '前往', '视图']);
  await expect(new DataArea(window).grid('客户清单').cell(0, 0)).not.toBeEmpty();
  // Until the definitions are read, it is not known that segments can be made.
  const can = async (...ids: string[]) => {
    const all = Object.values(await menuItems(app)).flat();
    return ids.map((id) => all.find((item) => item.id === id)?.enabled);
  };
  await expect
    .poll(() => can('create.segment', 'undo', 'workspace.open', 'workspace.close'))
    .toEqual([true, false, false, true]);
  const menu = await menuItems(app);
  const areas = (await new Frame(window).rail.getByRole('button').allInnerTexts()).map((name) => `前往${name.trim()}`);
  expect(menu['前往']?.map(({ label }) => label)).toEqual(areas);
  expect(menu['前往']?.map(({ accelerator }) => accelerator)).toEqual(areas.map((_, at) => `CmdOrCtrl+${at + 1}`));
  const registering = Object.values(menu).flatMap((items) => items.filter(({ id, registers }) => id && registers));
  expect(registering.map(({ id }) => id)).toEqual([]);
  expect(menu['编辑']?.map(({ label }) => label)).toEqual(expect.arrayContaining(['剪切', '复制', '粘贴', '全选']));

  await clickMenu(app, 'create.segment');
  const segments = new SegmentsArea(window);
  await expect(segments.name).toHaveValue('新客群');
  await expect
    .poll(async () => (await menuItems(app))['编辑']?.[0])
    .toMatchObject({
      label: '撤销：新建客群“新客群”',
      enabled: true,
    });
  await clickMenu(app, 'undo');
  await expect(segments.list.getByRole('button', { name: '新客群' })).toBeHidden();
  await test.step('all of the workspace goes out as a playbook', async () => {
    const target = join(folder, '方案.json');
    await willSaveTo(app, target);
    await clickMenu(app, 'workspace.exportPlaybook');
    await expect(window.getByText('方案文件“方案.json”已写出：11 个定义，不含数据。')).toBeVisible();
    await takePicture(window, 'playbook-zh-light');
    const { data } = playbookSchema.parse(JSON.parse(await readFile(target, 'utf8')));
    expect(data.map(({ file }) => file).toSorted()).toEqual((await readdir('resources/sample/data')).toSorted());
  });
  await toEnglish(window);
  await expect.poll(async () => Object.keys(await menuItems(app)).slice(0, 4)).toEqual(['File', 'Edit', 'Go', 'View']);
  await clickMenu(app, 'workspace.close');

  // The first screen has the menu's other half.
  const start = new StartScreen(window, words.en);
  await expect(start.sampleButton).toBeVisible();
  await expect
    .poll(async () => (await menuItems(app))['File']?.find(({ id }) => id === 'workspace.sample')?.enabled)
    .toBe(true);
  await clickMenu(app, 'workspace.sample');
  await expect(new Frame(window, words.en).rail).toBeVisible();
});

test('keys that the system delivers do one thing once, and the menu bar takes no height', async ({ launchSample }) => {
  const { app, window } = await launchSample();
  await resize(app, window, 1280, 660);
  const frame = new Frame(window);
  await frame.go('segments');
  const segments = new SegmentsArea(window);
  await segments.show(segment);
  for (const name of ['一', '二']) {
    await segments.name.fill(name);
    await segments.name.press('Enter');
    await segments.saved().waitFor();
  }
  await segments.name.blur();
  // As a keyboard would, through the browser process where accelerators are looked up.
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    for (const type of ['keyDown', 'keyUp'] as const) {
      contents?.sendInputEvent({ type, keyCode: 'z', modifiers: ['control'] });
    }
  });
  await expect(frame.said('已撤销：重命名客群“一”')).toBeVisible();
  await expect(new Commands(window).undo).toHaveAccessibleName(new RegExp(segment));
  await expect(segments.name).toHaveValue('一');
  const bar = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMenuBarVisible());
  expect(bar).toBe(false);
  expect(await window.evaluate(() => innerHeight)).toBe(660);
});

test('each area with definitions makes one on request, and undo takes it away', async ({ launchSample }) => {
  test.skip(!isFull, whyNotNow);
  const { app, window } = await launchSample();
  const frame = new Frame(window);
  await frame.go('reports');
  await expect
    .poll(async () => (await menuItems(app))['文件']?.filter(({ enabled }) => enabled).length)
    .toBeGreaterThan(3);
  const creating = ((await menuItems(app))['文件'] ?? []).filter(({ id }) => id.startsWith('create.'));
  expect(creating.length).toBeGreaterThanOrEqual(3);
  for (const { id, label } of creating) {
    const kind = label.replace('新建', '');
    await clickMenu(app, id);
    const { undo } = new Commands(window);
    await expect(undo, label).toHaveAccessibleName(new RegExp(`撤销：新建${kind}“`));
    await undo.click();
    await expect(frame.said(new RegExp(`已撤销：新建${kind}“`))).toBeVisible();
  }
});

for (const { locale, theme, width, height } of (['zh', 'en'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    [
      { width: 1280, height: 660 },
      { width: 1093, height: 600 },
    ].map((size) => ({ locale, theme, ...size })),
  ),
)) {
  const name = `${locale}-${theme}-${width}`;
  test(`pictures of the palette ${name} @screenshots`, async ({ launchSample }) => {
    const { app, window } = await launchSample();
    await resize(app, window, width, height);
    const text = locale === 'zh' ? words.zh : await toEnglish(window);
    await chooseTheme(window, text, theme);
    const frame = new Frame(window, text);
    await frame.go('segments');
    await new SegmentsArea(window, text).create();
    const commands = new Commands(window, text);
    await commands.undo.hover();
    await expect(window.getByRole('tooltip')).toBeVisible();
    await takePicture(window, `topbar-${name}`);
    await window.mouse.move(600, 400);
    await commands.open();
    await takePicture(window, `palette-${name}`);
    await commands.box.fill('zhizao');
    await expect(commands.options).not.toHaveCount(0);
    await takePicture(window, `palette-found-${name}`);
    await commands.box.fill('qqqq');
    await expect(commands.options).toHaveCount(0);
    await takePicture(window, `palette-none-${name}`);
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+z');
    await expect(window.getByText(/已撤销|Undone/)).toBeVisible();
    await takePicture(window, `undone-${name}`);
  });
}
