import { expect, it } from 'vitest';
import { type Feature, featureSchema, featureSentence } from '#shared/features/index.ts';

const feature = (aggregate: Feature['aggregate'], more: Partial<Feature> = {}): Feature =>
  featureSchema.parse({ name: 'x', table: '交易流水', aggregate, ...more });
const channel = { field: '渠道', test: { op: 'eq' as const, value: '手机银行' } };
const large = { field: '金额', test: { op: 'ge' as const, value: 1000 } };

it.each([
  [
    feature('sum', { field: '金额', filters: [channel], window: { kind: 'last', size: 90, unit: 'day' } }),
    '手机银行渠道近 90 天金额合计',
    'Sum of 金额 where 渠道 is 手机银行, last 90 days',
  ],
  [
    feature('count', { filters: [channel, large], window: { kind: 'last', size: 1, unit: 'month' } }),
    '手机银行渠道、金额不小于 1,000 的近 1 个月次数',
    'Number of rows where 渠道 is 手机银行 and 金额 is at least 1,000, last month',
  ],
  [feature('share', { part: [channel] }), '次数中手机银行渠道占比', 'Share of rows with 渠道 is 手机银行'],
  [feature('trend', { field: '金额' }), '金额每 30 天变化', 'Change of 金额 per 30 days'],
  [feature('daysSince'), '距最近一次天数', 'Days since the last row'],
])('is one sentence: %#', (each, zh, en) => {
  expect(featureSentence(each, 'zh')).toBe(zh);
  expect(featureSentence(each, 'en')).toBe(en);
});
