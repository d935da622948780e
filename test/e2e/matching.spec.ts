import { join } from 'node:path';
import { ClientsArea } from './pages/clients.ts';
import { DataArea } from './pages/data.ts';
import { chooseTheme, Frame, toEnglish } from './pages/frame.ts';
import { spaced } from './pages/intake.ts';
import { SegmentsArea } from './pages/segments.ts';
import { pickOption } from './pages/select.ts';
import { seriousFindings } from './support/axe.ts';
import { whileHeld } from './support/engine.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { resize } from './support/looks.ts';
import { takePicture } from './support/picture.ts';
import { importFile, newWorkspace } from './support/workspace.ts';

const crm = `客户号,企业名称,统一社会信用代码,联系电话,城市,等级
C001,长江实业贸易有限公司,91420100MA4K00001X,02787654321,武汉市,A
C002,黄河机械制造有限公司,91410100MA4K00002X,037165432100,郑州市,B
C003,华夏信息技术有限公司,,13800138003,北京市,A
C004,东海渔业开发有限公司,,13800138004,青岛市,C
`;
const app = `用户号,名称,信用代码,手机,所在城市
U1,长江实业,91420100ma4k00001x,13900139001,武汉
U2,黄河机械,91410100MA4K00009X,037165432100,郑州
U3,华夏信息技术（集团）有限公司,,+86 138-0013-8003,北京
U4,东海渔业开发,,,青岛市
U5,南山食品加工有限公司,,13600136005,深圳
`;

test('two lists become one: three keys, a doubtful pair decided and undone, the result is the client list', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  const { window } = launched;
  const frame = await newWorkspace(launched, join(folder, '工作区'));
  await importFile(launched, await fileIn(folder, '客户系统.csv', crm));
  await importFile(launched, await fileIn(folder, '手机银行.csv', app));
  await resize(launched.app, window, 1280, 660);
  await frame.go('clients');
  // Whoever has several lists is shown the way from where the one list is asked for.
  await window.getByRole('button', { name: '先合并名单' }).click();
  await window.getByRole('button', { name: '合并名单', exact: true }).click();
  const result = window.getByRole('complementary', { name: '合并结果' });
  await expect(result.locator('strong').first()).toHaveText('6');
  await expect(result).toContainText('统一社会信用代码2');
  await expect(result).toContainText('电话2');
  await expect(result).toContainText('名称与城市2');
  await takePicture(window, 'matching-fields-zh-light-1280');
  expect(await seriousFindings(window)).toEqual([]);

  // Lists that share a numbering are joined by it as well, once that is said.
  const byNumber = window.getByRole('switch', { name: '客户号' });
  await expect(byNumber).toBeHidden();
  await window.getByRole('button', { name: '加一个字段' }).click();
  await pickOption(window, window.getByRole('combobox', { name: '“字段”是什么' }), '客户号');
  await expect(byNumber).toBeChecked();
  await expect(
    window.getByRole('listitem').filter({ has: window.getByRole('combobox', { name: '“字段”是什么' }) }),
  ).toContainText('用户号');
  await takePicture(window, 'matching-number-zh-light-1280');
  await window.getByRole('button', { name: '去掉“字段”' }).click();
  await expect(byNumber).toBeHidden();

  await window.getByText('待认定 1', { exact: true }).click();
  const pair = window.getByRole('article', { name: '电话相同，更可信的标识不同' });
  await expect(pair).toContainText('黄河机械');
  await expect(pair).not.toContainText('037165432100');
  // Of the codes only masks are shown: it is said how they differ.
  await expect(pair).toContainText('18 位中仅 1 位不同');
  await takePicture(window, 'matching-review-zh-light-1280');
  expect(await seriousFindings(window)).toEqual([]);
  await pair.getByRole('textbox', { name: '理由（可不填）' }).fill('信用代码录错');
  await pair.getByRole('button', { name: '同一客户' }).click();
  await expect(result.locator('strong').first()).toHaveText('5');
  await window.keyboard.press('Escape');
  await window.getByRole('banner').getByRole('button', { name: /^撤销/ }).click();
  await expect(result.locator('strong').first()).toHaveText('6');
  await expect(window.getByRole('status').filter({ hasText: '已认定 0 / 1' })).toBeVisible();
  await pair.focus();
  await window.keyboard.press('n');
  await expect(window.getByRole('heading', { name: '没有待认定的' })).toBeVisible();
  await expect(window.getByRole('listitem').filter({ hasText: '：不同客户' })).toContainText(
    /^黄河机械.*（客户系统 · 第 2 行） 与 黄河机械.*（手机银行 · 第 2 行）：不同客户/,
  );
  await takePicture(window, 'matching-decided-zh-light-1280');
  await expect(result.locator('strong').first()).toHaveText('6');
  const make = window.getByRole('button', { name: '生成客户清单' });
  // Given up while it is under way, nothing is made; asked for again, it is.
  await whileHeld(launched.app, async () => {
    await make.click();
    await expect(window.getByRole('progressbar')).toBeVisible();
    await window.getByRole('button', { name: spaced('取消') }).click();
  });
  await expect(make).toBeVisible();
  await expect(result).not.toContainText('已生成的数据集');
  await frame.go('data');
  await expect(new DataArea(window).list.getByRole('listitem')).toHaveCount(2);
  await frame.go('clients');
  await make.click();
  await expect(frame.said('已生成“合并客户清单”，6 户')).toBeVisible();

  await result.getByRole('button', { name: '去设为客户清单' }).click();
  const clients = new ClientsArea(window);
  await clients.chooseTable('合并客户清单');
  await expect(clients.figure()).toHaveText('6');
  await frame.go('segments');
  const segments = new SegmentsArea(window);
  await segments.create();
  await segments.expectCount('6', '6');

  const text = await toEnglish(window);
  await chooseTheme(window, text, 'dark');
  await new Frame(window, text).go('data');
  await expect(new DataArea(window, text).entry('合并客户清单 血缘')).toContainText('9 rows');
  await new Frame(window, text).go('clients');
  await window.getByText('Merged list', { exact: true }).click();
  await takePicture(window, 'matching-fields-en-dark-1280');
});
