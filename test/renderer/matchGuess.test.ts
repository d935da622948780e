import { expect, test } from 'vitest';
import { type Dataset, datasetSchema, type Field } from '#shared/intake/index.ts';
import { matchDefinitionSchema } from '#shared/matching/index.ts';
import { likelyFacts } from '../../renderer/features/clients/form.ts';
import { firstMatch, listOf } from '../../renderer/features/matching/guess.ts';
import { clientsOf, factOf, likelyFact } from '../../renderer/features/matching/guessFacts.ts';
import { withAttributes } from '../../renderer/features/matching/withAttributes.ts';
import { withRest } from '../../renderer/features/matching/withRest.ts';

type Shape = readonly (readonly [string, Field['type'], Field['sensitivity']])[];
const dataset = (name: string, shape: Shape, derived?: Dataset['derived']): Dataset =>
  datasetSchema.parse({
    ...{ id: name, name, version: 1, file: 'a.csv', bytes: 1, sha256: '', format: 'delimited', options: {}, rows: 100 },
    ...{ quarantined: 0, loadedAt: '2026-01-01', derived },
    fields: shape.map(([field, type, sensitivity], i) => ({
      ...{ name: field, type, nativeType: type, sensitivity, nulls: 0 },
      ...{ minimum: null, maximum: null, approximateDistinct: i === 0 ? 100 : 5 },
    })),
  });
const crm: Shape = [
  ['客户编号', 'text', 'internal'],
  ['姓名', 'text', 'name'],
  ['证件号码', 'text', 'idNumber'],
  ['开户日期', 'date', 'internal'],
  ['行业', 'text', 'internal'],
];
const raw = dataset('CRM', crm);
const cleaned = dataset('CRM（清洗后）', crm, {
  ...{ kind: 'recipe', definition: '清洗', definitionVersion: 1 },
  sources: [{ table: 'CRM', version: 1, rows: 100 }],
});
const core = dataset('核心', [
  ['核心号', 'text', 'internal'],
  ['户名', 'text', 'name'],
  ['证件', 'text', 'idNumber'],
  ['行业', 'text', 'internal'],
  ['等级', 'text', 'internal'],
  ['更新日期', 'date', 'internal'],
  ['口令', 'text', 'secret'],
]);
const moves = dataset('流水', [
  ['流水号', 'text', 'internal'],
  ['客户号', 'text', 'internal'],
]);
const all = [raw, core, cleaned, moves];

test('a merged list begins with what was cleaned, and goes by a date of changes alone', () => {
  const first = firstMatch(all, '合并', '客户编号');
  expect(first?.lists.map(({ table, key, date }) => [table, key, date])).toEqual([
    ['核心', '核心号', '更新日期'],
    ['CRM（清洗后）', '客户编号', null],
  ]);
});

test('a list that repeats some clients is numbered all the same', () => {
  expect(listOf({ ...raw, rows: 103 }, []).key).toBe('客户编号');
  expect(listOf({ ...moves, rows: 5000 }, []).key).toBeNull();
});

test('all other fields come along at once: no number of a list, no secret, no name twice', () => {
  const first = firstMatch(all, '合并', '等级');
  const rest = first && withRest(first, all);
  if (!first || !rest) throw new Error('nothing is left');
  const whole = matchDefinitionSchema.parse({ ...first, ...rest.part });
  const [a, b] = whole.lists;
  expect(a?.fields).toMatchObject({ 行业: '行业', '等级 2': '等级' });
  expect(b?.fields).toMatchObject({ 行业: '行业', 开户日期: '开户日期' });
  expect(Object.values(a?.fields ?? {})).not.toContain('口令');
  const used = whole.lists.flatMap((list) => Object.values(list.fields));
  expect(used).not.toContain('核心号');
  expect(withRest(whole, all)).toBeNull();
});

test('facts hang on a list by the field that numbers clients, and come before other lists of people', () => {
  const lists = firstMatch(all, '合并', '客户编号')?.lists ?? [];
  expect(likelyFact([raw, moves], lists)).toMatchObject({ table: '流水', field: '客户号', list: '核心' });
  expect(factOf(raw, lists)).toEqual({ table: 'CRM', field: '客户编号', list: 'CRM（清洗后）', sure: true });
});

test('a merged list becomes the client list, its facts linked by the number of the client', () => {
  const by = {
    kind: 'match' as const,
    definition: '合并',
    definitionVersion: 1,
    sources: [{ table: 'CRM', version: 1, rows: 100 }],
  };
  const made = dataset('合并客户清单', [['客户编号', 'text', 'internal'], ...crm.slice(1)], by);
  const lineage = dataset('血缘', crm, { ...by, part: 'lineage' });
  const shape: Shape = [
    ['客户编号', 'text', 'internal'],
    ['客户编号_1', 'text', 'internal'],
  ];
  const facts = dataset('流水（合并）', shape, { ...by, part: 'fact:流水' });
  const other = dataset('别的', shape, { ...by, definition: '别的', part: 'fact:流水' });
  expect(clientsOf(made, [made, lineage, facts, other])).toEqual({
    table: '合并客户清单',
    key: { kind: 'field', field: '客户编号' },
    facts: [{ table: '流水（合并）', field: '客户编号_1' }],
  });
});

test('tables that a client list was made from, at first or second hand, are not offered as its facts', () => {
  const merged = dataset('合并', [['客户编号', 'text', 'internal']], {
    ...{ kind: 'match', definition: '合并', definitionVersion: 1 },
    sources: [cleaned, core].map(({ name, rows }) => ({ table: name, version: 1, rows })),
  });
  const form = { table: '合并', key: { kind: 'field' as const, field: '客户编号' }, facts: [] };
  expect(likelyFacts(form, [...all, merged])).toEqual([{ table: '流水', field: '客户号' }]);
  const moved = dataset('流水（合并）', [['客户编号', 'text', 'internal']], {
    ...{ kind: 'match', definition: '合并', definitionVersion: 1, part: 'fact:流水' },
    sources: [{ table: '流水', version: 1, rows: 10 }],
  });
  const linked = { ...form, facts: [{ table: '流水（合并）', field: '客户编号' }] };
  expect(likelyFacts(linked, [...all, merged, moved])).toEqual([]);
});

test('a client number is a key once lists share one, behind those that are the same everywhere', () => {
  const app = dataset('手机银行', [
    ['用户号', 'text', 'internal'],
    ['证件号码', 'text', 'idNumber'],
  ]);
  const first = firstMatch([raw, app], '合并', '编号');
  if (!first) throw new Error('no definition');
  const number = { name: '客户编号', role: 'clientNumber', rule: { kind: 'first' } } as const;
  const attributes = [...first.attributes, number];
  const changed = { ...first, ...withAttributes(first, attributes, [raw, app]) };
  expect(changed.keys).toEqual(['creditCode', 'idNumber', 'clientNumber', 'phone', 'nameCity']);
  expect(changed.lists.map(({ fields }) => fields['客户编号'])).toEqual(['客户编号', '用户号']);
  expect(listOf(app, changed.attributes).fields['客户编号']).toBe('用户号');
  // What the analyst has switched off stays off while something else changes.
  const off = { ...changed, keys: first.keys };
  expect(withAttributes(off, [...attributes].reverse(), [raw, app])).not.toHaveProperty('keys');
  expect(withAttributes(changed, first.attributes, [raw, app]).keys).toEqual(first.keys);
});
