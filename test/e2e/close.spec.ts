import { isFull, whyNotNow } from '../support/tiers.ts';
import { Frame } from './pages/frame.ts';
import { SegmentsArea } from './pages/segments.ts';
import { StartScreen } from './pages/start.ts';
import { enginePid } from './support/engine.ts';
import { expect, test } from './support/fixture.ts';
import { words } from './support/words.ts';

const segment = '制造业手机银行客户';

test('an edit is kept when the app is closed at once', async ({ launch, launchSample }) => {
  const first = await launchSample();
  await new Frame(first.window).go('segments');
  const segments = new SegmentsArea(first.window);
  await segments.show(segment);
  // Not even Enter: the field hands its text over when the window closes.
  await segments.name.fill('改名后立即关闭');
  const before = Date.now();
  await first.app.close();
  expect(Date.now() - before, 'closing does not wait for its time to run out').toBeLessThan(2500);

  const second = await launch({ userData: first.userData });
  await new StartScreen(second.window).recent('示例组合').click();
  await new Frame(second.window).go('segments');
  await new SegmentsArea(second.window).show('改名后立即关闭');
});

test('an edit is kept when the workspace is closed at once', async ({ launchSample }) => {
  test.skip(!isFull, whyNotNow);
  const { window } = await launchSample();
  const frame = new Frame(window);
  await frame.go('segments');
  const segments = new SegmentsArea(window);
  await segments.show(segment);
  await segments.name.fill('关闭工作区');
  await frame.close();
  await new StartScreen(window).recent('示例组合').click();
  await frame.go('segments');
  await segments.show('关闭工作区');
});

test('an edit that the engine died on is saved by the next one', async ({ launchSample }) => {
  const { app, window } = await launchSample();
  await new Frame(window).go('segments');
  const segments = new SegmentsArea(window);
  await segments.show(segment);
  const before = await enginePid(app);
  // Stopped, so that the save is certainly under way when the engine dies.
  process.kill(before, 'SIGSTOP');
  await segments.name.fill('引擎重启');
  await segments.name.press('Enter');
  await expect(window.getByRole('status').filter({ hasText: words.zh.common.states.saving })).toBeVisible();
  process.kill(before, 'SIGKILL');
  await expect(segments.saved()).toBeVisible();
  await segments.show('引擎重启');
});
