import { expect, it } from 'vitest';
import { clientsDefinitionSchema, rolesOf, suggestWho } from '#shared/clients/index.ts';
import type { Field } from '#shared/intake/index.ts';

const field = (name: string, type: Field['type'], approximateDistinct = 5, more: Partial<Field> = {}): Field => ({
  ...{ name, type, nativeType: '', sensitivity: 'internal', nulls: 0, minimum: null, maximum: null },
  approximateDistinct,
  ...more,
});
const table = (...fields: Field[]) => ({ fields });

const chinese = table(
  field('交易编号', 'text', 40_000),
  field('客户编号', 'text', 2000),
  field('开户日期', 'date', 900),
  field('交易时间', 'timestamp', 39_000),
  field('金额（元）', 'decimal', 30_000, { sensitivity: 'amount' }),
  field('渠道', 'text'),
  field('产品', 'text'),
);
const english = table(
  field('cust_id', 'integer', 2000),
  field('event_date', 'date', 300),
  field('amt', 'number', 900),
  field('channel', 'text', 5000),
  field('stage', 'text', 6),
  field('phone_channel', 'text', 6, { sensitivity: 'phone' }),
);

it('are suggested from names in both languages and from what fields hold', () => {
  expect(rolesOf({ table: 'x', field: '客户编号' }, chinese)).toEqual({
    when: '交易时间',
    amount: '金额（元）',
    channel: '渠道',
    product: '产品',
    stage: null,
  });
  // A channel with thousands of values is none, and neither is one that identifies people.
  expect(rolesOf({ table: 'x', field: 'cust_id' }, english)).toEqual({
    when: 'event_date',
    amount: 'amt',
    channel: null,
    product: null,
    stage: 'stage',
  });
  expect([suggestWho(english, '客户编号'), suggestWho(chinese, '客户编号')]).toEqual(['cust_id', '客户编号']);
});

it('are what the model says, none where it says so, and suggested anew where the field has gone', () => {
  const roles = { when: '开户日期', amount: null, channel: 'gone' };
  expect(rolesOf({ table: 'x', field: '客户编号', roles }, chinese)).toMatchObject({
    when: '开户日期',
    amount: null,
    channel: '渠道',
  });
});

it('may be left out: models saved before there were any are read as they were', () => {
  const before = { table: 'a', key: { kind: 'field', field: 'id' }, facts: [{ table: 'b', field: 'c' }] };
  expect(clientsDefinitionSchema.parse(before)).toEqual(before);
});
