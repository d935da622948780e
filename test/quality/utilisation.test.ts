import { expect, test } from 'vitest';
import type { Definition } from '#shared/contract/index.ts';
import { type Dataset, datasetSchema } from '#shared/intake/index.ts';
import { utilisation } from '#shared/quality/index.ts';

const dataset = (name: string, fields: readonly string[], derived?: Dataset['derived']): Dataset =>
  datasetSchema.parse({
    ...{ id: name, name, version: 1, file: 'a.csv', bytes: 1, sha256: '', format: 'delimited', options: {}, rows: 1 },
    ...{ quarantined: 0, loadedAt: '2026-01-01', derived },
    fields: fields.map((field) => ({
      ...{ name: field, type: 'text', nativeType: 'VARCHAR', sensitivity: 'internal', nulls: 0 },
      ...{ minimum: null, maximum: null, approximateDistinct: 1 },
    })),
  });

const head = { id: '1', version: 1, savedAt: '2026-01-01' };
const condition = (table: string, field: string) =>
  ({ kind: 'condition', field: { table, field }, test: { op: 'notNull' } }) as const;
const segment = (name: string, items: ReturnType<typeof condition>[]): Definition => ({
  ...{ ...head, kind: 'segment', name },
  body: { rule: { kind: 'group', combine: 'and', negate: false, items } },
});
const clients: Definition = {
  ...{ ...head, kind: 'clients', name: 'clients' },
  body: {
    table: '清单',
    key: { kind: 'field', field: '号' },
    facts: [{ table: '流水', field: '客户', roles: { when: '时间' } }],
  },
};

const list = dataset('清单', ['号', '地区', '名称', 'toString']);
const facts = dataset('流水', ['客户', '时间', '金额']);

test('fields that a saved definition names count once, and only those of imported datasets count for all', () => {
  const found = utilisation(
    [list, facts],
    [clients, segment('a', [condition('清单', '地区'), condition('清单', '地区')])],
  );
  expect(found.datasets.get('清单')).toEqual({ used: 2, fields: 4, unused: ['名称', 'toString'] });
  expect(found.datasets.get('流水')).toEqual({ used: 2, fields: 3, unused: ['金额'] });
  expect(found.all).toEqual({ used: 4, fields: 7 });
  expect(utilisation([], []).all).toEqual({ used: 0, fields: 0 });
});

test('a computed field counts for what it was made from, through any number of datasets; what is named and gone does not', () => {
  const from = (table: string, field: string) => [{ table, field }];
  const derived = (table: string, origins: NonNullable<Dataset['derived']>['origins']): Dataset['derived'] => ({
    ...{ kind: 'recipe', definition: 'r', definitionVersion: 1, sources: [{ table, version: 1, rows: 1 }], origins },
  });
  const clean = dataset('净', ['区', 'new'], derived('清单', { 区: from('清单', '地区') }));
  const cleaner = dataset('更净', ['片', 'x'], derived('净', { 片: from('净', '区') }));
  const used = segment('a', [condition('更净', '片'), condition('没有', '了'), condition('更净', 'toString')]);
  const found = utilisation([list, clean, cleaner], [used]);
  expect(found.datasets.get('清单')?.unused).toEqual(['号', '名称', 'toString']);
  expect(found.datasets.get('更净')?.unused).toEqual(['x']);
  expect(found.all).toEqual({ used: 1, fields: 4 });
});
