import { join } from 'node:path';
import { DataArea } from './pages/data.ts';
import { chooseTheme, Frame, toEnglish } from './pages/frame.ts';
import { spaced } from './pages/intake.ts';
import { RecipesArea } from './pages/recipes.ts';
import { seriousFindings } from './support/axe.ts';
import { whileHeld } from './support/engine.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { resize } from './support/looks.ts';
import { takePicture } from './support/picture.ts';
import { importFile, newWorkspace } from './support/workspace.ts';

const messy = `客户编号,企业名称,行业,开户日期,余额
1, 华东一号公司 ,制造业,2024/1/5,1.2万
2,华东  二号公司,制造 业,20240106,3000
2,华东二号公司,制造业,2024年1月7日,"2,500"
3,西南三号公司,信息技术,2024-01-08,待定
4,西南四号公司,信息技述,2024.1.8,500
5,西南五号公司,信息技术,不详,800
6,西南六号公司,制造业,2024-01-09,900
`;

test('a messy file is cleaned step by step, its spellings are merged, and the result is a dataset', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  const { app, window } = launched;
  const { keyboard } = window;
  await resize(app, window, 1280, 660);
  await newWorkspace(launched, join(folder, '工作区'));
  const frame = new Frame(window);
  await frame.go('recipes');
  await expect(window.getByText('还没有可清洗的数据')).toBeVisible();
  await frame.go('data');
  await importFile(launched, await fileIn(folder, '开户.csv', messy));
  const data = new DataArea(window);
  await expect(data.title('开户')).toBeVisible();
  await window.getByRole('button', { name: '清洗…', exact: true }).click();
  const recipes = new RecipesArea(window);
  await expect(recipes.name).toHaveValue('清洗 开户');
  await takePicture(window, 'recipes-none-zh-light');

  const trim = await recipes.add('trim');
  await expect(trim).toContainText('未填完');
  await recipes.chooseField(trim, '字段', '企业名称');
  await expect(trim).toContainText('改动 2 个单元格');
  await expect(recipes.preview).toContainText('␣华东一号公司␣');
  const dates = await recipes.add('dates');
  await recipes.chooseField(dates, '字段', '开户日期');
  await expect(dates).toContainText('1 个读不出');
  const dedupe = await recipes.add('dedupe');
  await recipes.chooseField(dedupe, '判断依据', '客户编号');
  await expect(dedupe).toContainText('删去 1 行');
  await expect(recipes.preview).toContainText('7 → 6');

  // Off it does nothing, and after that it can stand anywhere: here it is moved up with keys alone.
  await recipes.onOff(3, 'dedupe').click();
  await expect(dedupe).toContainText('已关闭');
  await recipes.onOff(3, 'dedupe').click();
  await expect(dedupe).toContainText('删去 1 行');
  await recipes.handle(3, 'dedupe').focus();
  const said = window.locator('[id^=DndLiveRegion]').first();
  await keyboard.press('Space');
  await expect(said).toContainText('去重');
  await keyboard.press('ArrowUp');
  await expect(said).toContainText('去重 移到第 2 位');
  await keyboard.press('ArrowUp');
  await expect(said).toContainText('去重 移到第 1 位');
  await keyboard.press('Space');
  await expect.poll(() => recipes.order()).toEqual(['dedupe', 'trim', 'dates']);

  const map = await recipes.add('map');
  await recipes.choose(map, '字段', '行业');
  await map.getByRole('button', { name: '找出相近的写法…' }).click();
  await expect(recipes.dialog).toContainText('没有找到相近的写法');
  await recipes.choose(recipes.dialog, '方法', '拼音');
  await expect(recipes.dialog.getByRole('checkbox', { name: '归并这一组：信息技术' })).toBeVisible();
  await takePicture(window, 'recipes-clusters-zh-light');
  await recipes.dialog.getByRole('checkbox', { name: '全选' }).check();
  await recipes.dialog.getByRole('textbox', { name: '“信息技术”这一组改为' }).fill('信息业');
  expect(await seriousFindings(window)).toEqual([]);
  await recipes.dialog.getByRole('button', { name: /^归\s?并$/ }).click();
  await expect(recipes.dialog).toBeHidden();
  await expect(map).toContainText('改动 4 个单元格');
  expect(await seriousFindings(window)).toEqual([]);
  await takePicture(window, 'recipes-few-zh-light');

  await recipes.apply.click();
  await expect(window.getByText('已生成“开户（清洗后）”：6 行，版本 1')).toBeVisible();
  await window.getByRole('button', { name: '打开数据集' }).click();
  const grid = data.grid('开户（清洗后）');
  await expect(grid.cell(0, 1)).toHaveText('华东一号公司');
  await expect(grid.cell(2, 2)).toHaveText('信息业');
  await expect(grid.cell(0, 3)).toHaveText('2024-01-05');

  // The recipe changes, so what it made is out of date, says so, and is computed anew.
  await frame.go('recipes');
  await recipes.onOff(1, 'dedupe').click();
  await expect(window.getByText('已过时').first()).toBeVisible();
  const again = window.getByRole('button', { name: '重新计算' }).first();
  const bar = window.getByRole('progressbar', { name: /^正在重新计算/ });
  // Given up while it is under way, it leaves what there was; asked for again, it is made.
  await whileHeld(app, async () => {
    await again.click();
    await expect(bar).toBeVisible();
    await window.getByRole('button', { name: spaced('取消') }).click();
  });
  await expect(bar).toBeHidden();
  await expect(window.getByText('已过时').first()).toBeVisible();
  await expect(window.getByText('已生成“开户（清洗后）”：6 行，版本 1')).toBeVisible();
  await again.click();
  await expect(window.getByText('已生成“开户（清洗后）”：7 行，版本 2')).toBeVisible();
  await expect(window.getByText('已过时')).toBeHidden();
  await keyboard.press('Control+z');
  await expect(recipes.onOff(1, 'dedupe')).toBeChecked();
  await expect(window.getByText('已过时').first()).toBeVisible();

  // Another name for the result is said before it is given.
  const output = window.getByRole('textbox', { name: '结果数据集' });
  await output.fill('开户底表');
  await expect(window.getByText('应用后数据集“开户（清洗后）”改名为“开户底表”')).toBeVisible();
  await output.fill('开户（清洗后）');
  await expect(window.getByText('改名为“开户底表”')).toBeHidden();

  const text = await toEnglish(window);
  await chooseTheme(window, text, 'dark');
  await new RecipesArea(window, text).step(3).getByRole('button', { expanded: false }).click();
  await expect(window.getByRole('complementary', { name: text.recipes.inspector.label })).toContainText('2024/1/5');
  await takePicture(window, 'recipes-few-en-dark');
  await resize(app, window, 1093, 600);
  await takePicture(window, 'recipes-few-en-dark-small');
});
