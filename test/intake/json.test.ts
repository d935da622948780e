import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspect, load } from '#engine/intake/index.ts';
import { createListReader } from '#engine/intake/json/list.ts';
import { sql } from '#engine/warehouse/index.ts';
import { AppError } from '#shared/errors/index.ts';
import { sharedData, whySkipped } from '#test/support/sharedData.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { expectNothingBut, failureOf, fileIn, loadContent } from './support.ts';

const clients = [
  { id: '007', n: 1, address: { city: '上海', at: { x: 1 } }, tags: ['a', 'b'] },
  { id: '008', n: 9007199254740991, address: { city: null }, late: true },
];
const expected = [
  { id: '007', n: '1', 'address.city': '上海', 'address.at': '{"x":1}', tags: '["a","b"]', late: null },
  { id: '008', n: '9007199254740991', 'address.city': null, 'address.at': null, tags: null, late: 'true' },
];

describe('JSON', () => {
  test.for([
    ['a list', JSON.stringify(clients)],
    ['a list, written out', JSON.stringify(clients, null, 2)],
    [
      'an object with a list',
      JSON.stringify({ code: 0, note: '[{"not": "this"}]', empty: [], data: { list: clients } }),
    ],
    ['an object with a list, written out', JSON.stringify({ total: 2, numbers: [1, 2], rows: clients }, null, '\t')],
  ] as const)('%s is a table, one level flat', async ([, text]) => {
    const { dataset, rows } = await loadContent('a.json', text);
    expect(dataset.format).toBe('json');
    expect(rows).toEqual(expected);
  });

  test.for([
    ['columns of lists', '{"编号":["007","008"],"n":[1.5,null]}'],
    ['columns of lists, written out', '{\n  "编号": ["007", "008"],\n  "n": [1.5, null]\n}'],
    ['pandas by columns', '{"编号":{"0":"007","1":"008"},"n":{"0":1.5,"1":null}}'],
    ['pandas by rows', '{"0":{"编号":"007","n":1.5},"1":{"编号":"008","n":null}}'],
    ['pandas split', '{"columns":["编号","n"],"index":[0,1],"data":[["007",1.5],["008",null]]}'],
    [
      'pandas table',
      '{"schema":{"fields":[{"name":"编号","type":"string"},{"name":"n","type":"number"}],"pandas_version":"1.4.0"},"data":[{"编号":"007","n":1.5},{"编号":"008","n":null}]}',
    ],
  ] as const)('%s is a table', async ([, text]) => {
    const { dataset, rows } = await loadContent('a.json', text);
    expect(rows).toEqual([
      { 编号: '007', n: '1.5' },
      { 编号: '008', n: null },
    ]);
    expect(dataset.accounting).toMatchObject({ records: 2, loaded: 2 });
  });

  test('labels of rows that do not count are a column; lists of different lengths are no columns', async () => {
    const byKey = await loadContent('a.json', '{"C001":{"a":1},"C002":{"a":2}}');
    expect(byKey.rows.map((row) => Object.values(row))).toEqual([
      ['C001', '1'],
      ['C002', '2'],
    ]);
    expect((await loadContent('a.json', '{"a":{"5":1,"7":2},"b":{"5":3,"7":4}}')).rows).toEqual([
      { index: '5', a: '1', b: '3' },
      { index: '7', a: '2', b: '4' },
    ]);
    expect((await loadContent('a.json', '{"a":[1,2],"b":[1]}')).rows).toEqual([{ a: '[1,2]', b: '[1]' }]);
  });

  test('words for nothing among numbers are none of them, where every other value is a number', async () => {
    const text = '[{"n":"N/A","m":"x","k":"007"},{"n":2.5,"m":1,"k":8},{"n":3,"m":"-","k":"-"}]';
    const { dataset, rows } = await loadContent('a.json', text);
    expect(dataset.fields.map(({ type }) => type)).toEqual(['number', 'text', 'text']);
    expect(rows.map(({ n, m, k }) => [n, m, k])).toEqual([
      [null, 'x', '007'],
      ['2.5', '1', '8'],
      ['3.0', '-', '-'],
    ]);
  });

  test('what is chosen for a column is read from its texts; what is none goes to quarantine with its line', async () => {
    const columns = [
      { column: '流失', type: 'boolean' as const },
      { column: '额度', type: 'number' as const },
      { column: 'n', type: 'integer' as const },
    ];
    const text = [
      '{"流失":"是","额度":"1,234.50","n":1.5}',
      'bad',
      '{"流失":"否","额度":"-","n":2}',
      '',
      '{"流失":"也许","额度":"2.00","n":3}',
    ].join('\n');
    const { dataset, rows, quarantine } = await loadContent('a.jsonl', text, { columns });
    expect(rows).toEqual([{ 流失: 'false', 额度: null, n: '2' }]);
    expect(quarantine).toMatchObject([
      { line: 1, column_name: 'n', reason: 'cast' },
      { line: 2, reason: 'notJson' },
      { line: 5, column_name: '流失', reason: 'cast' },
    ]);
    expect(dataset.accounting).toMatchObject({ records: 5, blank: 1, loaded: 1, quarantined: 3 });
  });

  test('columns that go on beyond the sample', () =>
    withWorkspace(async (workspace, { folder }) => {
      const counted = (value: (i: number) => unknown) =>
        Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [i, value(i)]));
      const text = JSON.stringify({ a: counted((i) => i), b: counted((i) => `x${i}`) });
      const path = await fileIn(folder, 'a.json', text);
      expect((await inspect(workspace, path, {}, {})).sample[1]).toEqual(['1', 'x1']);
      expect((await load(workspace, path, 'a', {}, {})).rows).toBe(60_000);
    }));

  test('JSON lines are flat in the same way', async () => {
    const { dataset, rows } = await loadContent('a.jsonl', clients.map((each) => JSON.stringify(each)).join('\n'));
    expect(dataset.format).toBe('jsonl');
    expect(rows).toEqual(expected);
  });

  test('numbers beyond a double, and line ends in values, come through', async () => {
    const { rows } = await loadContent('a.json', '[{"n": 9007199254740993,\r\n "t": "a\\nb"}\n,{"n":1,"t":"]},{"}]');
    expect(rows).toEqual([
      { n: '9007199254740993', t: 'a\nb' },
      { n: '1', t: ']},{' },
    ]);
  });

  test('what is no object is kept aside with its line', async () => {
    const { dataset, quarantine } = await loadContent('a.json', '[\n{"a":1},\n5,\n{"a":},\n"x",\n{"a":2}\n]');
    expect(dataset).toMatchObject({ rows: 2, quarantined: 3 });
    expect(quarantine.map(({ line, reason, text }) => [line, reason, text])).toEqual([
      [3, 'notObject', '5'],
      [4, 'notJson', '{"a":}'],
      [5, 'notObject', '"x"'],
    ]);
  });

  test.for([
    ['names, then rows', '{"columns":["a","b"],"index":[0,1],"data":[[1,"x"],[2,{"y":[1]}],[3]]}', 3, 0],
    [
      'names in objects',
      '{"fields":[{"name":"a","type":"int"},{"name":"b"}],\n"rows":[[1,"x"],[2,{"y":[1]}],[3]]}',
      3,
      0,
    ],
    ['names in the first row', '[["a","b"],[1,"x"],\n[2,{"y":[1]}],[3]]', 4, 1],
  ] as const)('rows that are lists: %s', async ([, text, records, header]) => {
    const { dataset, rows, quarantine } = await loadContent('a.json', text);
    expect(rows).toEqual([
      { a: '1', b: 'x' },
      { a: '2', b: '{"y":[1]}' },
    ]);
    expect(quarantine).toMatchObject([{ reason: 'missingColumns', text: '[3]' }]);
    expect(dataset.accounting).toMatchObject({ records, header, loaded: 2, quarantined: 1 });
  });

  test('whole numbers of more than 15 digits are texts, with every digit', async () => {
    const { dataset, rows } = await loadContent(
      'a.json',
      '[{"id":62220212345678901234,"n":1,"m":1e20},{"id":5,"m":0.5}]',
    );
    expect(dataset.fields.map(({ type }) => type)).toEqual(['text', 'integer', 'number']);
    expect(rows.map(({ id }) => id)).toEqual(['62220212345678901234', '5']);
  });

  test('a field that is named like one of an object keeps the object whole', async () => {
    const { rows } = await loadContent('a.json', '[{"a":{"b":1},"a.b":2}]');
    expect(rows).toEqual([{ a: '{"b":1}', 'a.b': '2' }]);
  });

  test.for([
    ['[{"a":1},{"a"', 'fileTruncated'],
    ['{"a":1,\n"b":[]}', 'jsonNoList'],
    ['{"a":[{"b":1}', 'fileTruncated'],
    ['{\n"a": ', 'jsonNoList'],
    ['{"columns":[{"name":"a"}],\n"data":[{"a":1},{"a":2},{"a":3}]}', 'jsonSeveralLists'],
    ['{"page1":[{"a":1},{"a":2}],"page2":[{"a":3}]}', 'jsonSeveralLists'],
    ['{"p":\n[[{"a":1}],[{"a":2}]]}', 'jsonSeveralLists'],
    ['[{"a":1},{"a":2}]\n[{"a":3}]', 'jsonMoreAfter'],
    ['[{"a":1}]\n{"b":\n1}', 'jsonMoreAfter'],
    ['[{"a":1}] x', 'jsonMoreAfter'],
    ['{"columns":["a"],"data":[[1]],"more":[[2]]}', 'jsonSeveralLists'],
    ['{"meta":[{"k":1}],\n"data":[[1,2],[3,4]]}', 'jsonSeveralLists'],
    ['{"data":[{"a":1}],"more":', 'fileTruncated'],
  ] as const)('%s: %s', async ([text, message]) => {
    expect((await failureOf(loadContent('a.json', text))).messageId).toBe(message);
  });

  test('what stands around the list and holds no objects takes nothing away, nor does a list inside its objects', async () => {
    const text = '{"of":[1],"data":[{"a":[{"b":1}]},{"a":[{"b":2}]}],"n":2,"also":["x",{}],"at":{"t":"[{"}}\n\n';
    expect((await loadContent('a.json', text)).dataset).toMatchObject({ rows: 2, quarantined: 0 });
  });

  test('a preview of a long list needs its beginning only', () =>
    withWorkspace(async (workspace, { folder }) => {
      const many = JSON.stringify(Array.from({ length: 60_000 }, (_, i) => ({ id: i, text: 'x'.repeat(20) })));
      const preview = await inspect(workspace, await fileIn(folder, 'a.json', many), {}, {});
      expect(preview.sample).toHaveLength(50);
      expect(preview.columns.map(({ type }) => type)).toEqual(['integer', 'text']);
      await expectNothingBut(workspace, []);
    }));

  test('the list is taken apart the same wherever the chunks are cut', () => {
    const value = fc.jsonValue({ maxDepth: 2 });
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), value), { minLength: 1 }),
        fc.array(fc.nat(2000)),
        (list, cuts) => {
          const bytes = Buffer.from(JSON.stringify({ before: 'x[{', list, after: [] }, null, 1));
          const reader = createListReader(1e9);
          const places = [0, ...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length];
          const items = places.slice(1).flatMap((end, i) => reader.push(bytes.subarray(places[i], end)));
          expect(items.map((item) => JSON.parse(item.bytes.toString()))).toEqual(JSON.parse(JSON.stringify(list)));
          expect(reader.state()).toBe('ended');
        },
      ),
    );
  });
});

describe('Parquet', () => {
  test('one object over several lines is one row, and one with an empty list is no table', async () => {
    const record = { 姓名: '张三', 余额: 12.5, 标签: ['a', 'b'], 地址: { 城市: '上海' } };
    const { rows } = await loadContent('one.json', JSON.stringify(record, null, 2));
    expect(rows).toEqual([{ 姓名: '张三', 余额: '12.5', 标签: '["a","b"]', '地址.城市': '上海' }]);
    const none = loadContent('none.json', JSON.stringify({ code: 0, data: [] }, null, 2));
    expect(await failureOf(none)).toMatchObject({ messageId: 'jsonNoList' });
  });

  test('nested types become JSON, decimals and moments with a zone stay', async () => {
    await withWorkspace(async (workspace, { folder }) => {
      const path = join(workspace.warehouse.files, 'made.parquet');
      await workspace.warehouse.run(sql`COPY (SELECT {'a': 1, 'b': [1, 2]} AS s, MAP {'k': 1} AS m, [{'x': 1}] AS l,
        12345678901234.56::DECIMAL(18,2) AS d, TIMESTAMPTZ '2024-01-05 10:00:00+08' AS z, NULL::INTEGER AS none) TO ${path}`);
      const dataset = await load(workspace, path, 'data', {}, {});
      expect(dataset.fields.map(({ type }) => type)).toEqual([
        'text',
        'text',
        'text',
        'decimal',
        'timestamp',
        'integer',
      ]);
      const preview = await inspect(workspace, path, {}, {});
      expect(preview.sample).toEqual([
        ['{"a":1,"b":[1,2]}', '{"k":1}', '[{"x":1}]', '12345678901234.56', '2024-01-05 02:00:00+00', null],
      ]);
      expect(folder).not.toBe('');
    });
  });

  const broken = sharedData === null ? null : join(sharedData, 'messy', 'parquet_broken');
  test.skipIf(broken === null)(
    `a damaged file gets a sentence in both languages${whySkipped}`,
    { timeout: 120_000 },
    () =>
      withWorkspace(async (workspace) => {
        for (const file of readdirSync(broken ?? '')) {
          const path = join(broken ?? '', file);
          for (const read of [() => inspect(workspace, path, {}, {}), () => load(workspace, path, file, {}, {})]) {
            try {
              await read();
            } catch (thrown) {
              if (!(thrown instanceof AppError)) throw thrown;
              expect(['fileTruncated', 'fileNoRows'], `${file}: ${thrown.detail}`).toContain(thrown.messageId);
              expect(thrown.sentence('zh')).toContain(file);
              expect(thrown.sentence('en')).toContain(file);
            }
          }
        }
        expect(await workspace.warehouse.rows(sql`SELECT 1 AS alive`)).toEqual([{ alive: 1 }]);
        await expectNothingBut(workspace, workspace.catalogue.datasets.list());
      }),
  );
});
