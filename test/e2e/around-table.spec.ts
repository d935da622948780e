import { join } from 'node:path';
import { DataArea } from './pages/data.ts';
import { chooseTheme, toEnglish } from './pages/frame.ts';
import { pickOption } from './pages/select.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { resize } from './support/looks.ts';
import { takePicture } from './support/picture.ts';
import { words } from './support/words.ts';
import { chooseToImport, newWorkspace } from './support/workspace.ts';

const list = `客户清单,,,
机构：北京分行,,,
# 内部资料
客户,,交易,
编号,姓名,金额,日期
001,张三,12.50,2026-01-05

002,李四,5.00,2026-01-06
003,王五
合计,,17.50,
共 2 条
`;

test('what stands around a table is said, can be changed, and every record is accounted for', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  const { app, window } = launched;
  await resize(app, window, 1280, 660);
  await newWorkspace(launched, join(folder, '工作区'));
  const panel = await chooseToImport(launched, await fileIn(folder, '清单.csv', list));
  const remarks = window.getByRole('list', { name: words.zh.intake.remarks.label });
  for (const said of ['上方有 2 行', '1 行注释', '表头占 2 行', '2 行是合计'])
    await expect(remarks).toContainText(said);
  await expect(panel.typeOf('客户_编号')).toBeAttached();
  await takePicture(window, 'around-import-zh-light');

  const headerRows = panel.setting(words.zh.intake.headerRows).getByRole('spinbutton');
  await headerRows.fill('1');
  await expect(panel.typeOf('客户')).toBeAttached();
  await headerRows.fill('2');
  await expect(panel.typeOf('客户_编号')).toBeAttached();
  await panel.loadWhole();

  const data = new DataArea(window);
  await expect(data.title('清单')).toBeVisible();
  const about = await data.tab('about');
  await expect(about).toContainText(
    '文件共 11 条记录 = 表头 2 + 说明 2 + 注释 1 + 空行 1 + 合计与表尾 2 + 载入 2 + 隔离 1',
  );
  const text = await toEnglish(window);
  await chooseTheme(window, text, 'dark');
  await expect(window.getByText('11 records in the file = header 2 + lines above 2')).toBeVisible();
  await takePicture(window, 'around-about-en-dark');
});

test('columns by position: chosen where none were found, and the first begins with the line', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  await newWorkspace(launched, join(folder, '工作区'));
  const text = words.zh.intake;
  const panel = await chooseToImport(launched, await fileIn(folder, '定长.txt', 'AA01XX\nAB02YY\nAC03ZZ\n'));
  await expect(panel.sample.getByRole('columnheader')).toHaveCount(1);
  await pickOption(launched.window, panel.setting(text.delimiter).getByRole('combobox'), text.byPosition);
  const starts = panel.setting(text.columnStarts).getByRole('textbox');
  await starts.fill('2, 1');
  await starts.press('Enter');
  await expect(starts).toHaveValue('2, 1');
  await starts.fill('2, 4');
  await starts.press('Enter');
  await expect(panel.sample.getByRole('columnheader')).toHaveCount(3);
  await expect(starts).toHaveValue('0, 2, 4');
});
