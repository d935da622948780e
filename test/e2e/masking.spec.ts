import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCsv } from '../exports/oracle.ts';
import { DataArea } from './pages/data.ts';
import { chooseTheme, toEnglish } from './pages/frame.ts';
import type { Grid } from './pages/grid.ts';
import { Masking } from './pages/masking.ts';
import { auditOf } from './support/audit.ts';
import { willSaveTo } from './support/dialogs.ts';
import { fileIn } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import type { Launched } from './support/launch.ts';
import { resize } from './support/looks.ts';
import { takePicture } from './support/picture.ts';
import { words } from './support/words.ts';
import { chooseToImport, newWorkspace } from './support/workspace.ts';

const table = '客户清单';
const [key, code, company, name, phone, limit] = [0, 1, 2, 3, 4, 11];
const sample = join(import.meta.dirname, '../../resources/sample/data/客户清单.csv');
const sampleRows = async () => parseCsv(new TextDecoder('gb18030').decode(await readFile(sample)));

const cellsOf = (row: readonly string[]) => row.map((value) => value.trim());
const maskedName = (value: string) => value.slice(0, 1) + '*'.repeat([...value].length - 1);
const maskedPhone = (value: string) => `${value.slice(0, 3)}****${value.slice(-4)}`;
const maskedCode = (value: string) => `${value.slice(0, 8)}********${value.slice(-2)}`;

const copied = ({ app }: Launched) => app.evaluate(({ clipboard }) => clipboard.readText());
const workspaceOf = ({ userData }: Launched) => join(userData, 'workspaces', '示例组合');

async function openClients(launched: Launched): Promise<Grid> {
  const grid = await new DataArea(launched.window).show(table);
  await expect(grid.status).toContainText('2,015');
  return grid;
}

test('the grid is masked, copies are masked, and a reveal shows one cell for a while', async ({ launchSample }) => {
  const launched = await launchSample();
  const { window, app } = launched;
  await window.clock.install();
  const grid = await openClients(launched);
  const rows = await sampleRows();
  const first = cellsOf(rows[1] ?? []);
  const second = cellsOf(rows[2] ?? []);
  const value = (row: readonly string[], column: number) => row[column] ?? '';
  await grid.expectCells(0, {
    [key]: value(first, key),
    [code]: maskedCode(value(first, code)),
    [company]: value(first, company),
    [name]: maskedName(value(first, name)),
    [phone]: maskedPhone(value(first, phone)),
  });

  await grid.cell(0, phone).click();
  await window.keyboard.press('Control+c');
  await expect.poll(() => copied(launched)).toBe(maskedPhone(value(first, phone)));
  await grid.cell(0, name).click();
  await grid.cell(1, name).click({ modifiers: ['Shift'] });
  await window.keyboard.press('Control+Shift+C');
  await expect.poll(() => copied(launched)).toContain('\r\n');
  const lines = (await copied(launched)).split('\r\n').map((line) => line.split('\t'));
  expect(lines[0]).toEqual(rows[0]);
  expect(lines.slice(1).map((line) => [line[key], line[name], line[phone]])).toEqual(
    [first, second].map((row) => [value(row, key), maskedName(value(row, name)), maskedPhone(value(row, phone))]),
  );

  // By keyboard alone: to the cell, Enter, the reason, Enter.
  const masking = new Masking(window);
  await grid.cell(0, name).click();
  const place = await grid.cell(0, phone).boundingBox();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Enter');
  await expect(masking.reason).toBeFocused();
  await window.keyboard.type('查');
  await window.keyboard.press('Enter');
  await expect(masking.dialog).toBeVisible();
  await window.keyboard.type('证身份');
  await window.keyboard.press('Enter');
  await expect(grid.cell(0, phone)).toHaveText(value(first, phone));
  await expect(masking.revealed).toContainText('第 1 行');
  expect(await grid.cell(0, phone).boundingBox(), 'the row under the mouse stays where it is').toEqual(place);
  await expect(masking.revealed.getByRole('timer')).toContainText(/\d+ 秒后遮盖/);
  await expect(grid.cell(1, phone)).toHaveText(maskedPhone(value(second, phone)));
  await grid.cell(0, phone).click();
  await app.evaluate(({ clipboard }) => clipboard.clear());
  await window.keyboard.press('Control+c');
  await expect.poll(() => copied(launched)).toBe(maskedPhone(value(first, phone)));
  await expect(window.getByText('已复制这一格（敏感内容已遮盖）').first()).toBeVisible();
  await window.clock.fastForward(31_000);
  await expect(masking.revealed).toBeHidden();
  await expect(grid.cell(0, phone)).toHaveText(maskedPhone(value(first, phone)));

  // By mouse, with the reason of before, and masked again at once.
  await grid.cell(1, name).click({ button: 'right' });
  await window.getByRole('menuitem', { name: '显示单元格原值' }).click();
  await masking.dialog.getByRole('button', { name: '查证身份' }).click();
  await masking.button('显示').click();
  await expect(grid.cell(1, name)).toHaveText(value(second, name));
  await masking.revealed.getByRole('button', { name: '立即遮盖' }).click();
  await expect(grid.cell(1, name)).toHaveText(maskedName(value(second, name)));

  await app.close();
  const log = auditOf(workspaceOf(launched), 'reveal');
  expect(log).toHaveLength(2);
  expect(JSON.stringify(log)).toContain('查证身份');
  for (const secret of [value(first, phone), value(second, name)]) expect(JSON.stringify(log)).not.toContain(secret);
});

test('filters go by the values themselves', async ({ launchSample }) => {
  const launched = await launchSample();
  const grid = await openClients(launched);
  const wanted = cellsOf((await sampleRows())[5] ?? [])[phone] ?? '';
  await grid.filter(phone, wanted);
  await expect(grid.status).toContainText('筛出 1 行');
  await expect(grid.cell(0, phone)).toHaveText(maskedPhone(wanted));
});

test('a CSV is masked; one that is not says why, and both are in the log', async ({ launchSample, folder }) => {
  const launched = await launchSample();
  const { window, app } = launched;
  await openClients(launched);
  const masking = new Masking(window);
  const rows = await sampleRows();
  const read = async (file: string) => parseCsv((await readFile(file, 'utf8')).replace(/^\ufeff/, ''));

  await willSaveTo(app, join(folder, '遮盖.csv'));
  await masking.exportButton.click();
  await expect(masking.dialog).toContainText('客户键“客户编号”写为化名');
  await masking.button('选择位置并导出…').click();
  await expect(masking.dialog.getByRole('status')).toContainText('已导出 2,015 行');
  const masked = await read(join(folder, '遮盖.csv'));
  expect(masked).toHaveLength(2016);
  expect(masked[0]).toEqual(rows[0]);

  await willSaveTo(app, join(folder, '原值.csv'));
  for (const field of ['客户编号', '联系电话', '联系人']) await masking.unmask(field).check();
  await expect(masking.button('选择位置并导出…')).toBeDisabled();
  await masking.reason.fill('监管现场检查');
  await masking.button('选择位置并导出…').click();
  await expect(masking.dialog.getByRole('status')).toContainText('原值.csv');
  const plain = await read(join(folder, '原值.csv'));
  // Three rows of the file are in the quarantine.
  const inFile = new Set(rows.map((row) => JSON.stringify([key, name, phone].map((at) => cellsOf(row)[at]))));
  expect(plain).toHaveLength(2016);
  for (const row of plain) expect(inFile).toContain(JSON.stringify([key, name, phone].map((at) => row[at])));
  masked.slice(1).forEach((row, at) => {
    const real = plain[at + 1] ?? [];
    expect(row[key]).toMatch(/^[0-9a-f]{16}$/);
    expect(row[phone]).toBe(real[phone] && maskedPhone(real[phone]));
    if (real[name]) expect(row[name]).not.toBe(real[name]);
    expect(row[limit]).toMatch(/^(?:\*{4})?$/);
  });
  expect((await readdir(folder)).sort()).toEqual(['原值.csv', '遮盖.csv'].sort());

  await app.close();
  const log = JSON.stringify(auditOf(workspaceOf(launched), 'export'));
  expect(log).toContain('监管现场检查');
  expect(log).toContain('客户编号, 联系人, 联系电话');
});

test('a class is raised at once and lowered with a reason; the grid follows', async ({ launchSample }) => {
  const launched = await launchSample();
  const { window, app } = launched;
  const grid = await openClients(launched);
  const shown = await grid.cell(0, company).innerText();
  const data = new DataArea(window);
  const masking = new Masking(window);
  await data.tab('fields');
  await masking.chooseClass('企业名称', 'name');
  await expect(masking.classOf('企业名称')).toContainText('C2 姓名');
  await data.tab('table');
  await expect(grid.cell(0, company)).toHaveText(maskedName(shown));
  await data.tab('fields');
  await masking.chooseClass('企业名称', 'company');
  await expect(masking.dialog).toContainText('从“C2 姓名”改为“C1 企业名称”');
  await masking.give('这是企业名称', '更改');
  await expect(masking.classOf('企业名称')).toContainText('C1 企业名称');
  await data.tab('table');
  await expect(grid.cell(0, company)).toHaveText(shown);
  await app.close();
  expect(auditOf(workspaceOf(launched), 'sensitivity')).toHaveLength(2);
});

test('columns that look like secrets are confirmed, left out and named', async ({ launch, folder }) => {
  const launched = await launch();
  const { window } = launched;
  await newWorkspace(launched, join(folder, '工作区'));
  const content = '编号,姓名,密码,CVV\n1,王小明,hunter2x,123\n2,李四,s3cretzz,456\n';
  const panel = await chooseToImport(launched, await fileIn(folder, '卡.csv', content));
  await expect(panel.sample).toContainText('王**');
  await expect(panel.sample).not.toContainText('hunter2x');
  await expect(window.getByText('2 列像是机密信息（C3），不应载入')).toBeVisible();
  await expect(panel.load).toBeDisabled();
  await window.getByRole('button', { name: '确认跳过' }).click();
  await panel.loadWhole();
  const data = new DataArea(window);
  await data.grid('卡').expectCells(0, { 0: '1', 1: '王**' });
  await expect(data.grid('卡').header(2)).toHaveCount(0);
  await expect(await data.tab('about')).toContainText('密码，CVV（像机密信息，没有载入）');
});

for (const { locale, theme } of (['zh', 'en'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).map((theme) => ({ locale, theme })),
)) {
  test(`pictures of masks ${locale}-${theme} @screenshots`, async ({ launchSample, folder }) => {
    test.slow();
    const launched = await launchSample();
    const { window, app } = launched;
    const text = locale === 'zh' ? words.zh : await toEnglish(window);
    await chooseTheme(window, text, theme);
    const file = await fileIn(folder, 'cards.csv', '编号,姓名,密码,CVV\n1,王小明,hunter2x,123\n2,李四,s3cretzz,456\n');
    const masking = new Masking(window, text);
    const data = new DataArea(window, text);
    for (const [width, height] of [
      [1280, 660],
      [1093, 600],
    ] as const) {
      await resize(app, window, width, height);
      const look = (screen: string) => takePicture(window, `masks-${screen}-${locale}-${theme}-${width}`);
      const grid = await data.show(table);
      await data.tab('table');
      await grid.cell(1, name).click();
      await look('grid');
      await window.keyboard.press('Enter');
      await expect(masking.reason).toBeVisible();
      await look('reason');
      await masking.give('Identity check, ticket 2026-118', text.privacy.reveal.confirm);
      await expect(masking.revealed).toBeVisible();
      await grid.cell(3, phone).click({ button: 'right' });
      await expect(window.getByRole('menuitem').first()).toBeVisible();
      await look('revealed');
      await window.keyboard.press('Escape');
      await masking.exportButton.click();
      await masking.unmask('联系人').check();
      await look('export');
      await masking.button(text.common.actions.cancel).click();
      await expect(masking.dialog).toBeHidden();
      await masking.revealed.getByRole('button').click();
      await data.tab('fields');
      await masking.classOf('联系电话').click();
      await look('fields');
      await window.keyboard.press('Escape');
      const panel = await chooseToImport(launched, file, text);
      await expect(panel.sample).toBeVisible();
      await look('secrets');
      await panel.discard.click();
    }
  });
}
