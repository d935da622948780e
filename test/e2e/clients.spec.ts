import { ClientsArea } from './pages/clients.ts';
import { Frame } from './pages/frame.ts';
import { spaced } from './pages/intake.ts';
import { expect, test } from './support/fixture.ts';
import { words } from './support/words.ts';

test('another client list: not kept before it is complete, and what it leaves behind says where to go', async ({
  launchSample,
}) => {
  const { window } = await launchSample();
  const frame = new Frame(window);
  await frame.go('clients');
  const clients = new ClientsArea(window);
  await expect(clients.figure()).toHaveText('2,000');
  const { saved, unsaved } = words.zh.common.states;
  const state = (word: string) => window.getByRole('main').getByRole('status').filter({ hasText: word });
  await expect(state(saved)).toBeVisible();
  await clients.chooseTable('投放活动');
  const asked = window.getByRole('dialog').filter({ hasText: '用到的表将不再关联' });
  await expect(asked).toContainText('客群 制造业手机银行客户');
  await asked.getByRole('button', { name: spaced(words.zh.common.actions.cancel) }).click();
  await expect(asked).toBeHidden();
  await expect(clients.figure()).toHaveText('2,000');
  await clients.chooseTable('投放活动');
  await asked.getByRole('button', { name: words.zh.clients.leave.confirm }).click();
  await expect(state(unsaved)).toBeVisible();
  // Without a key no table can be linked any more: that takes others from what they go by.
  await window.getByRole('radio', { name: words.zh.clients.keyRow }).click();
  await expect(asked).toContainText('客群 近90天无交易客户');
  await asked.getByRole('button', { name: words.zh.clients.leave.confirm }).click();
  await expect(state(saved)).toBeVisible();

  await frame.go('portraits');
  const notice = window.getByRole('main').getByRole('alert').first();
  await expect(notice).toContainText('没有与客户清单关联');
  await notice.getByRole('button', { name: words.zh.clients.toClients }).click();
  await expect(clients.figure()).toHaveText('110');

  await window.keyboard.press('ControlOrMeta+z');
  await expect(clients.figure()).toHaveText('2,000');
});
