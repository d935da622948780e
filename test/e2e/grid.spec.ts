import { DataArea } from './pages/data.ts';
import { Frame } from './pages/frame.ts';
import type { Grid } from './pages/grid.ts';
import { SegmentsArea } from './pages/segments.ts';
import { expect, test } from './support/fixture.ts';
import { askTransactions } from './support/oracle.ts';

const table = '交易流水';
const [id, amount, channel] = [0, 3, 4];
const columns = '"交易编号", "金额（元）", "渠道"';

/** The first and the last row of the grid are those that DuckDB gives in this order. */
async function expectEnds(grid: Grid, order: string): Promise<void> {
  const rows = await askTransactions(`SELECT ${columns} FROM rows ORDER BY ${order}`);
  await grid.expectCells(0, cells(rows[0]));
  await grid.toEnd();
  await grid.expectCells(rows.length - 1, cells(rows.at(-1)));
  await grid.toStart();
  await grid.expectCells(0, cells(rows[0]));
}

const cells = ([first = '', second = '', third = '']: readonly string[] = []) => ({
  [id]: first,
  [amount]: second,
  [channel]: third,
});

let grid: Grid;
test.beforeEach(async ({ launchSample }) => {
  const { window } = await launchSample();
  grid = await new DataArea(window).show(table);
  await expect(grid.status).toContainText('共 40,000 行');
});

test('scrolls to the end of 40,000 rows and back, filters, sorts what is left, and sorts by one column and by two', async () => {
  await expectEnds(grid, 'place');

  const meets = `"交易编号" LIKE '%777%'`;
  const [[count = ''] = []] = await askTransactions(`SELECT count(*) FROM rows WHERE ${meets}`);
  await grid.filter(id, '777');
  await expect(grid.status).toContainText(`筛出 ${count} 行，共 40,000 行`);
  await grid.window.keyboard.press('Escape');
  await grid.sort(amount);
  const rows = await askTransactions(`SELECT ${columns} FROM rows WHERE ${meets} ORDER BY "金额（元）", place`);
  await grid.expectCells(0, cells(rows[0]));
  await grid.expectCells(1, cells(rows[1]));
  await grid.window.getByRole('button', { name: '清除排序和筛选' }).click();
  await expect(grid.status).toContainText('共 40,000 行');
  await expectEnds(grid, 'place');

  await grid.sort(amount);
  await expect(grid.header(amount)).toHaveAttribute('aria-sort', 'ascending');
  await expectEnds(grid, '"金额（元）", place');
  await grid.sort(amount);
  await expect(grid.header(amount)).toHaveAttribute('aria-sort', 'descending');
  await expectEnds(grid, '"金额（元）" DESC, place');

  await grid.sort(channel);
  await grid.sort(channel);
  await expect(grid.header(amount)).toHaveAttribute('aria-sort', 'none');
  await grid.sort(amount, ['Shift']);
  await expectEnds(grid, '"渠道" DESC, "金额（元）", place');
});

test('selects all of what holds the focus (the rows that match, a statement, never the frame), and a column of texts is as wide as its rows need', async () => {
  const { window } = grid;
  const selected = () => window.evaluate(() => String(getSelection()));
  await grid.filter(id, '777');
  await expect(grid.status).toContainText('筛出');
  const [matching = ''] = /[\d,]+/.exec(await grid.status.innerText()) ?? [];
  await window.keyboard.press('Escape');
  await grid.cell(0, id).click();
  await window.keyboard.press('ControlOrMeta+a');
  await expect(window.getByText(`已选中全部 ${matching} 行`).first()).toBeVisible();
  await expect(grid.frame).toHaveAttribute('data-whole');
  await window.keyboard.press('Control+c');
  await expect(window.getByText(`已复制 ${matching} 行`).first()).toBeVisible();
  expect(await selected()).toBe('');
  await grid.cell(1, id).click();
  await expect(grid.frame).not.toHaveAttribute('data-whole');

  const frame = new Frame(window);
  await frame.go('segments');
  await window.keyboard.press('ControlOrMeta+a');
  expect(await selected()).toBe('');
  await new SegmentsArea(window).view('sql');
  await window.getByRole('region', { name: 'SQL' }).focus();
  await window.keyboard.press('ControlOrMeta+a');
  expect(await selected()).toMatch(/^SELECT count[\s\S]*\$2/);
  expect(await selected()).not.toContain('版');

  await frame.go('data');
  const clients = await new DataArea(grid.window).show('客户清单');
  await expect(clients.cell(0, 2)).not.toBeEmpty();
  for (let row = 0; row < 12; row++) {
    const cut = await clients.cell(row, 2).evaluate((cell) => cell.scrollWidth - cell.clientWidth);
    expect(cut, `row ${row}`).toBeLessThanOrEqual(0);
  }
});
