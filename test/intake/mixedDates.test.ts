import { expect, test } from 'vitest';
import { loadContent } from './support.ts';

const typesOf = ({ dataset }: Awaited<ReturnType<typeof loadContent>>) =>
  Object.fromEntries(dataset.fields.map(({ name, type }) => [name, type]));
const remarksOf = ({ dataset }: Awaited<ReturnType<typeof loadContent>>) =>
  Object.fromEntries((dataset.remarks ?? []).map(({ kind, names }) => [kind, names]));

test('dates of several forms, hours of 上午 and 下午, and hours written out', async () => {
  const loaded = await loadContent(
    'mixed.csv',
    `编号,开户日,登记时间,上班,下班
1,2024-01-05,2024/1/5 下午 3:05:00,8时30分,05:30 PM
2,25/01/2024,2024/1/6 上午12:15:00,17点5分,12:02 AM
3,2024年1月7日,2024/11/6 下午 12:15:00,0时0分,11:02 am
`,
  );
  expect(typesOf(loaded)).toEqual({
    ...{ 编号: 'integer', 开户日: 'date', 登记时间: 'timestamp', 上班: 'time', 下班: 'time' },
  });
  expect(loaded.rows.map(Object.values)).toEqual([
    ['1', '2024-01-05', '2024-01-05 15:05:00', '08:30:00', '17:30:00'],
    ['2', '2024-01-25', '2024-01-06 00:15:00', '17:05:00', '00:02:00'],
    ['3', '2024-01-07', '2024-11-06 12:15:00', '00:00:00', '11:02:00'],
  ]);
  expect(remarksOf(loaded)).toEqual({ mixedDates: ['开户日'] });
});

test.each([
  ['2024/1/5 下午 3:05:00', 'timestamp', '2024-01-05 15:05:00'],
  ['2024年1月5日 8時30分', 'timestamp', '2024-01-05 08:30:00'],
  ['下午3:05', 'time', '15:05:00'],
])('the only column of %s', async (written, type, read) => {
  const loaded = await loadContent('only.csv', `n,t\n1,${written}\n`);
  expect(typesOf(loaded)).toEqual({ n: 'integer', t: type });
  expect(loaded.rows).toEqual([{ n: '1', t: read }]);
});

test('a later row that none of the forms reads is quarantined, and the others are read', async () => {
  const days = Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? '2024-01-05' : '2024年2月6日'));
  const text = ['n,d', ...days.map((day, i) => `${i},${day}`), '400,2024-13-45', ''].join('\n');
  const loaded = await loadContent('slip.csv', text);
  expect(typesOf(loaded)).toEqual({ n: 'integer', d: 'date' });
  expect(loaded.rows.map(({ d }) => d).slice(0, 2)).toEqual(['2024-01-05', '2024-02-06']);
  expect(loaded.quarantine).toMatchObject([{ line: 402, column_name: 'd', reason: 'cast' }]);
});

test('moments with an offset keep the clock as it is written, and it is said; several offsets stay text', async () => {
  const csv = `id,同一,几种
1,2024-01-05 01:00:00+08:00,2024-01-05T10:00:00Z
2,2024-01-06T23:30:00+0800,2024-01-05T10:00:00+08:00
`;
  const values = [
    ['1', '2024-01-05 01:00:00', '2024-01-05T10:00:00Z'],
    ['2', '2024-01-06 23:30:00', '2024-01-05T10:00:00+08:00'],
  ];
  const json = csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([id, one, some]) => JSON.stringify({ id: Number(id), 同一: one, 几种: some, 内: { 时: one } }));
  const loaded = await loadContent('offsets.csv', csv);
  expect(loaded.rows.map(Object.values)).toEqual(values);
  expect(remarksOf(loaded)).toEqual({ offsets: ['同一'] });
  const lines = await loadContent('offsets.jsonl', `${json.join('\n')}\n`);
  expect(lines.rows.map(Object.values)).toEqual(values.map((row) => [...row, row[1]]));
  expect(remarksOf(lines)).toEqual({ offsets: ['同一', '内.时'] });
});

test('dates of JSON among words for nothing, or in a form of their own, are dates', async () => {
  const rows = [
    { a: '2024-01-05', b: '2024年1月5日', c: '1' },
    { a: 'N/A', b: '2024年11月5日', c: '2' },
  ];
  const loaded = await loadContent('dates.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'));
  expect(typesOf(loaded)).toEqual({ a: 'date', b: 'date', c: 'text' });
  expect(loaded.rows).toEqual([
    { a: '2024-01-05', b: '2024-01-05', c: '1' },
    { a: null, b: '2024-11-05', c: '2' },
  ]);
});
