import { ClientsArea } from './pages/clients.ts';
import { Frame } from './pages/frame.ts';
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
  await expect(state(unsaved)).toBeVisible();
  await clients.eachRowIsOne();
  await expect(state(saved)).toBeVisible();

  await frame.go('portraits');
  const notice = window.getByRole('main').getByRole('alert').first();
  await expect(notice).toContainText('没有与客户清单关联');
  await notice.getByRole('button', { name: words.zh.clients.toClients }).click();
  await expect(clients.figure()).toHaveText('110');
});
