import { isFull, whyNotNow } from '../support/tiers.ts';
import { ClientsArea } from './pages/clients.ts';
import { Commands } from './pages/commands.ts';
import { Frame } from './pages/frame.ts';
import { ReportsArea } from './pages/reports.ts';
import { SegmentsArea } from './pages/segments.ts';
import { StartScreen } from './pages/start.ts';
import { expect, test } from './support/fixture.ts';
import { words } from './support/words.ts';

const first = '制造业手机银行客户';

test('creating, editing, renaming and deleting a segment are undone and redone, over a restart too', async ({
  launch,
  launchSample,
}) => {
  test.slow();
  const one = await launchSample();
  const frame = new Frame(one.window);
  const commands = new Commands(one.window);
  await frame.go('segments');
  const segments = new SegmentsArea(one.window);
  // Whoever opens the sample has done nothing yet.
  await expect(commands.undo).toBeDisabled();
  await expect(commands.redo).toBeDisabled();

  await segments.create();
  await expect(segments.name).toHaveValue('新客群');
  await segments.name.fill('东部客户');
  await segments.name.press('Enter');
  await segments.saved().waitFor();
  await segments.addField('行业');
  await segments.condition('1.1').getByRole('combobox').last().click();
  await one.window.keyboard.type('制造业');
  await one.window.keyboard.press('Enter');
  await one.window.keyboard.press('Escape');
  await expect(commands.undo).toHaveAccessibleName(/撤销：修改客群“东部客户”/);
  await segments.saved().waitFor();
  const counted = await segments.count().textContent();
  await one.window.getByRole('button', { name: words.zh.segments.remove }).click();
  await one.window
    .getByRole('dialog')
    .getByRole('button', { name: /删\s?除/ })
    .click();
  await expect(one.window.getByRole('dialog')).toBeHidden();
  await expect(segments.list.getByRole('button', { name: '东部客户' })).toBeHidden();

  // All back, by keyboard: delete, edit, rename, create.
  await one.window.keyboard.press('Control+z');
  await expect(frame.said('已撤销：删除客群“东部客户”')).toBeVisible();
  await expect(segments.name).toHaveValue('东部客户');
  await expect(segments.count()).toHaveText(counted ?? '');
  await one.window.keyboard.press('Control+z');
  await expect(frame.said('已撤销：修改客群“东部客户”')).toBeVisible();
  await expect(segments.condition('1.1')).toBeHidden();
  await one.app.close();

  const two = await launch({ userData: one.userData });
  await new StartScreen(two.window).recent('示例组合').click();
  const again = new Frame(two.window);
  const after = new Commands(two.window);
  const list = new SegmentsArea(two.window);
  await again.go('segments');
  await list.show('东部客户');
  await expect(after.undo).toHaveAccessibleName(/撤销：重命名客群“新客群”/);
  await after.undo.click();
  await expect(list.name).toHaveValue('新客群');
  await after.undo.click();
  await expect(list.list.getByRole('button', { name: '新客群' })).toBeHidden();
  await expect(after.undo).toBeDisabled();

  for (const said of ['新建客群“新客群”', '重命名客群“东部客户”', '修改客群“东部客户”', '删除客群“东部客户”']) {
    await two.window.keyboard.press('Control+Shift+Z');
    await expect(again.said(`已重做：${said}`)).toBeVisible();
  }
  await expect(list.list.getByRole('button', { name: '东部客户' })).toBeHidden();
  await expect(after.redo).toBeDisabled();
  await list.show(first);
});

test('one press undoes one step, and a field that is written in keeps its own undo', async ({ launchSample }) => {
  test.skip(!isFull, whyNotNow);
  const { window } = await launchSample();
  const frame = new Frame(window);
  const commands = new Commands(window);
  await frame.go('segments');
  const segments = new SegmentsArea(window);
  for (const name of ['一', '二', '三']) {
    await segments.show(name === '一' ? first : ({ 二: '一', 三: '二' }[name] ?? ''));
    await segments.name.fill(name);
    await segments.name.press('Enter');
    await segments.saved().waitFor();
  }
  await segments.name.press('End');
  await window.keyboard.type('四');
  await window.keyboard.press('Control+z');
  await expect(segments.name).toHaveValue('三');
  await segments.name.press('Escape');
  await segments.name.blur();

  await window.keyboard.press('Control+z');
  await expect(segments.name).toHaveValue('二');
  await window.keyboard.press('Control+y');
  await expect(segments.name).toHaveValue('三');
  // Two quick ones: one after the other.
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await expect(segments.name).toHaveValue('一');
  await expect(commands.undo).toHaveAccessibleName(new RegExp(`重命名客群“${first}”`));
});

test('undo waits for what is not saved, and takes a condition that was only begun away first', async ({
  launchSample,
}) => {
  const { window } = await launchSample();
  const frame = new Frame(window);
  await frame.go('segments');
  const segments = new SegmentsArea(window);
  await segments.show(first);
  await segments
    .condition('1.1')
    .getByRole('button', { name: /删除条件/ })
    .click();
  // At once: the change is still on its way.
  await segments.list.click({ position: { x: 5, y: 5 } });
  await window.keyboard.press('Control+z');
  await expect(frame.said(`已撤销：修改客群“${first}”`)).toBeVisible();
  await segments.expectCount('207', '2,000');

  await segments.addField('地区');
  await expect(window.getByText(words.zh.segments.condition.incomplete)).toBeVisible();
  await segments.list.click({ position: { x: 5, y: 5 } });
  await window.keyboard.press('Control+z');
  await expect(frame.said(words.zh.commands.undoneUnfinished)).toBeVisible();
  await expect(window.getByText(words.zh.segments.condition.incomplete)).toBeHidden();
  await segments.expectCount('207', '2,000');
});

test('undo shows what it changed: reports and clients read their fields again', async ({ launchSample }) => {
  const { window } = await launchSample();
  const frame = new Frame(window);
  const commands = new Commands(window);
  await frame.go('reports');
  const title = window.getByRole('textbox', { name: words.zh.reports.title, exact: true });
  const before = await title.inputValue();
  await title.fill('另一个标题');
  await expect(commands.undo).toBeEnabled();
  await new ReportsArea(window).list.click({ position: { x: 5, y: 5 } });
  await commands.undo.click();
  await expect(title).toHaveValue(before);
  await commands.redo.click();
  await expect(title).toHaveValue('另一个标题');

  await frame.go('clients');
  const clients = new ClientsArea(window);
  await expect(clients.figure()).toHaveText('2,000');
  await clients.eachRowIsOneAnyway();
  await expect(commands.undo).toHaveAccessibleName(/修改客户关联/);
  await commands.undo.click();
  await expect(window.getByRole('radio', { name: words.zh.clients.keyField })).toBeChecked();
});
