import { expect, it } from 'vitest';
import { type Feature, featureName, featureSchema, isNamedByWhat } from '#shared/features/index.ts';

const teller = { isDate: () => false, isWithheld: (_: string, field: string) => field === '联系人' };
const feature = (aggregate: Feature['aggregate'], more: Partial<Feature> = {}): Feature =>
  featureSchema.parse({ name: 'x', table: '交易流水', aggregate, ...more });
const last90 = { kind: 'last' as const, size: 90, unit: 'day' as const };
const sum = feature('sum', { field: '金额（元）', window: last90 });
const wang = { field: '联系人', test: { op: 'eq' as const, value: '王五' } };

it.each([
  [sum, '近 90 天金额（元）合计', 'Sum of 金额（元）, last 90 days'],
  [feature('count', { window: last90 }), '近 90 天交易流水次数', 'Number of rows in 交易流水, last 90 days'],
  [feature('daysSince'), '交易流水距最近一次天数', 'Days since the last row in 交易流水'],
  // Whose rows are asked for is no part of a name.
  [
    { ...sum, filters: [wang] },
    '联系人符合条件的近 90 天金额（元）合计',
    'Sum of 金额（元） where 联系人 is as asked, last 90 days',
  ],
  [
    feature('share', { part: [wang] }),
    '交易流水次数中联系人符合条件的占比',
    'Share of rows with 联系人 is as asked in 交易流水',
  ],
  [{ ...sum, field: '长'.repeat(99) }, `近 90 天${'长'.repeat(53)}…`, `Sum of ${'长'.repeat(52)}…`],
])('a feature is named by what it makes: %#', (each, zh, en) => {
  for (const [locale, name] of [
    ['zh', zh],
    ['en', en],
  ] as const) {
    expect(featureName(each, [], locale, teller)).toBe(name);
    expect(isNamedByWhat({ ...each, name }, teller)).toBe(true);
  }
  expect(isNamedByWhat({ ...each, name: `${zh}额` }, teller)).toBe(false);
});

it('a name that is taken has its table, then a number; case makes no other column', () => {
  const taken: string[] = [];
  for (let i = 0; i < 4; i++) {
    const name = featureName(sum, taken, 'en', teller);
    expect(isNamedByWhat({ ...sum, name }, teller)).toBe(true);
    taken.push(name.toUpperCase());
  }
  expect(taken.map((name) => name.toLowerCase())).toEqual([
    'sum of 金额（元）, last 90 days',
    'sum of 金额（元） in 交易流水, last 90 days',
    'sum of 金额（元） in 交易流水, last 90 days 2',
    'sum of 金额（元） in 交易流水, last 90 days 3',
  ]);
  expect(isNamedByWhat({ ...sum, name: '特征 1' }, teller)).toBe(false);
});
