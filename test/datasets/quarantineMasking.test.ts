import { expect, test } from 'vitest';
import { quarantineTableOf, readQuarantine } from '#engine/datasets/index.ts';
import { load } from '#engine/intake/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import { maskJsonLine, maskJsonRecord } from '#shared/privacy/json.ts';
import type { Sensitivity } from '#shared/privacy/sensitivity.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { fileIn } from '../intake/support.ts';

const names = ['张三丰', '李四光', '王五郎', '赵六顺'];
const nameOf = (i: number) => names[i % names.length] ?? '';
const twenty = Array.from({ length: 20 }, (_, i) => i);

/** Loads the files as one table, and says what its quarantine shows and what it stores. */
function shownOf(files: Readonly<Record<string, string>>, options = {}) {
  return withWorkspace(async (workspace, { folder }) => {
    const paths = [];
    for (const [name, content] of Object.entries(files)) paths.push(await fileIn(folder, name, content));
    const [only = ''] = paths;
    const dataset = await load(workspace, paths.length === 1 ? only : paths, 'a', options, {});
    const { rows } = await readQuarantine(workspace, { dataset: dataset.id, offset: 0, limit: 100 });
    const stored = await workspace.warehouse.rows(sql`SELECT text FROM ${quarantineTableOf(dataset)}`);
    return { rows, shown: JSON.stringify(rows), stored: JSON.stringify(stored) };
  });
}

test('a bad element of a JSON list hides its names wherever they stand', async () => {
  const good = twenty.map((i) =>
    JSON.stringify({ 客户号: `C${i}`, 备注: '无', 姓名: nameOf(i), 住: { 地址: '北京市海淀区1号' } }),
  );
  const bad = '{"姓名": "欧阳锋", "住": {"地址": "上海市黄浦区9号"}, "备注": "无", "客户号": "C99" "x"}';
  const { rows, shown } = await shownOf({ 'a.json': `[${good.join(',\n')},\n${bad}]` });
  expect(rows).toHaveLength(1);
  expect(shown).not.toMatch(/欧阳锋|黄浦区9/);
  expect(shown).toContain('C99');
});

test('a name of blanks hides nothing and breaks nothing', async () => {
  const good = twenty.map((i) => `C${i},${nameOf(i)},2024-01-05\n`).join('');
  const { rows } = await shownOf({
    'a.csv': `客户号,姓名,开户日\n${good}C98,"  ",2024-01-05,1\nC99,"",2024-01-05,1\n`,
  });
  expect(rows).toMatchObject([{ line: 22 }, { line: 23 }]);
});

test('each of several files has its own order of columns', async () => {
  const a = twenty.map((i) => `C${i},${nameOf(i)},2024-01-05\n`).join('');
  const b = twenty.map((i) => `${nameOf(i)},C${i},2024-01-05\n`).join('');
  const { rows, shown } = await shownOf(
    { 'a.csv': `客户号,姓名,开户日\n${a}`, 'b.csv': `姓名,客户号,开户日\n${b}欧阳锋,C98,坏\n` },
    { columns: [{ column: '开户日', type: 'date' }] },
  );
  // Cut as the lines of its own file are.
  expect(rows).toMatchObject([{ text: '欧阳*,C98,坏' }]);
  expect(shown).not.toContain('欧阳锋');
});

test('the value that did not fit is hidden behind the name of its file, too', async () => {
  const rowsOf = (end: string) => `id,姓名\n${twenty.map((i) => `${i},${nameOf(i)}\n`).join('')}${end}`;
  await withWorkspace(async (workspace, { folder }) => {
    const paths = [await fileIn(folder, 'a.csv', rowsOf('')), await fileIn(folder, 'b.csv', rowsOf('x\n'))];
    const dataset = await load(workspace, paths, 'a', {}, {});
    await workspace.warehouse.run(sql`UPDATE ${quarantineTableOf(dataset)}
      SET column_name = '姓名', detail = ${'b.csv: "欧阳锋" → BIGINT'}`);
    const { rows } = await readQuarantine(workspace, { dataset: dataset.id, offset: 0, limit: 9 });
    expect(rows).toMatchObject([{ detail: 'b.csv: "欧阳*" → BIGINT', text: '*' }]);
  });
});

test('a line of fixed width shows nothing, and stores no secret that was left out', async () => {
  const line = (i: number, n: string, word: string) => `C${100 + i}     ${nameOf(i)}    ${n}      ${word}\n`;
  const lines = twenty.map((i) => line(i, String(100 + i), `a1b2c3${10 + i}`));
  const content = `客户号   姓名      次数     密码\n${lines.join('')}${line(1, 'x,y,z,w', 'secret99')}`;
  const { rows, shown, stored } = await shownOf(
    { 'fw.txt': content },
    { columnStarts: [0, 9, 19, 28], columns: [{ column: '次数', type: 'integer' as const }] },
  );
  expect(rows).toHaveLength(1);
  expect(shown).not.toMatch(/李四光|secret99/);
  expect(stored).not.toContain('secret99');
});

test('a quote behind a backslash does not move a name out of its column', async () => {
  const lines = twenty.map((i) => `${i},"say \\"hi, ${i}\\"",${nameOf(i)}\n`);
  const { rows, shown } = await shownOf(
    { 'a.csv': `id,备注,姓名\n${lines.join('')}99,"a\\",b",欧阳锋,多\n` },
    { delimiter: ',', quote: '"', escape: '\\' },
  );
  expect(rows).toHaveLength(1);
  expect(shown).not.toContain('欧阳锋');
});

test('a broken line of JSON shows only what surely needs no mask', () => {
  const classes = new Map<string, Sensitivity>([
    ['姓名', 'name'],
    ['备注', 'internal'],
    ['n', 'amount'],
    ['a.号', 'secret'],
  ]);
  expect(maskJsonRecord('{"备注":"无","n":1.5,"姓名":"欧阳锋","a":{"号":7}}', classes)).toBe(
    '{"备注":"无","n":1.5,"姓名":"欧阳*","a":{"号":"****"}}',
  );
  for (const line of [
    '{"姓名":欧阳锋}',
    '{"姓名:"欧阳锋"}',
    '{"\\u59d3\\u540d":"欧阳锋"}',
    '{"姓名":["欧阳锋"],"备注":"欧阳锋"}',
    '{"姓名":{"备注":"欧阳锋"}}',
    '{"备注":["欧阳锋"]}',
    '{"备注":"欧阳锋',
    '{"n":姓名":"欧阳锋"}',
    '"欧阳锋"',
  ])
    expect(maskJsonRecord(line, classes), line).not.toContain('欧阳锋');
  expect(maskJsonLine('{"a":{"号":"hunter2"},"x":1}', [['a.号', 'secret']])).toBe('{"a":{"号":"****"},"x":1}');
  expect(maskJsonLine('{"号":{"x":"hunter2"}}', [['号', 'secret']])).not.toContain('hunter2');
});
