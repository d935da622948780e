import fc from 'fast-check';
import type { Predicate } from '#shared/conditions/index.ts';
import type { FieldType } from '#shared/intake/index.ts';
import type { GroupNode, RuleNode } from '#shared/segments/index.ts';
import { hostileNames } from '#test/support/tables.ts';
import type { Cell } from './oracle.ts';

export const clientTable = '客户 "清单"; --';
export const factTable = "交易'流水";
export const keyField = hostileNames[0];

/** One column a type, every one with a hostile name. */
export const columns = {
  [clientTable]: [
    { name: keyField, type: 'text' },
    { name: hostileNames[3], type: 'text' },
    { name: hostileNames[4], type: 'integer' },
    { name: hostileNames[6], type: 'number' },
    { name: hostileNames[5], type: 'date' },
    { name: hostileNames[8], type: 'timestamp' },
    { name: hostileNames[9], type: 'boolean' },
  ],
  [factTable]: [
    { name: hostileNames[1], type: 'text' },
    { name: hostileNames[2], type: 'integer' },
    { name: hostileNames[10], type: 'text' },
  ],
} as const satisfies Record<string, readonly { name: string; type: FieldType }[]>;

/** Few values, so that conditions hit, miss and tie. */
const pools: Readonly<
  Record<'text' | 'integer' | 'number' | 'date' | 'timestamp' | 'boolean', readonly (string | number | boolean)[]>
> = {
  text: ['', 'A', 'a', 'ab', '50%', '_', '\\', "o'hara", '制造业', '🙂', '0', 'false'],
  integer: [0, 1, -1, 7, 2 ** 53 - 1],
  number: [0, -0.5, 1.25, 1e300],
  date: ['2024-02-29', '2026-01-31', '1999-12-31'],
  timestamp: ['2026-01-31 00:00:00', '2026-01-31 23:59:59', '2026-02-01 00:00:00'],
  boolean: [true, false],
};

type Pooled = keyof typeof pools;

function cell(type: Pooled): fc.Arbitrary<Cell> {
  return fc.option(fc.constantFrom(...pools[type]), { nil: null, freq: 4 });
}

export const clientRows = fc.array(
  fc.tuple(
    fc.constantFrom(null, '', '  ', '1', ' 1', '2', '3', '003', '4', '5'),
    ...columns[clientTable].slice(1).map((column) => cell(column.type)),
  ),
  { maxLength: 14 },
);
export const factRows = fc.array(
  fc.tuple(fc.constantFrom(null, '', '1', '1 ', '2', '3', '9'), cell('integer'), cell('text')),
  { maxLength: 14 },
);

function constant(type: Pooled): fc.Arbitrary<string | number | boolean> {
  if (type === 'timestamp') return fc.constantFrom(...pools.timestamp, '2026-01-31', '2026-02-01');
  if (type === 'integer') return fc.constantFrom(...pools.integer, 0.5, '7');
  return fc.constantFrom(...pools[type]);
}

function predicate(type: Pooled): fc.Arbitrary<Predicate> {
  const value = constant(type);
  const general: fc.Arbitrary<Predicate>[] = [
    fc.record({
      op: fc.constantFrom('eq' as const, 'ne' as const, 'lt' as const, 'le' as const, 'gt' as const, 'ge' as const),
      value,
    }),
    fc.record({ op: fc.constant('between' as const), low: value, high: value }),
    fc.record({
      op: fc.constantFrom('in' as const, 'notIn' as const),
      values: fc.array(value, { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ op: fc.constantFrom('isNull' as const, 'notNull' as const) }),
  ];
  if (type !== 'text') return fc.oneof(...general);
  const part = fc.constantFrom('a', 'A', '%', '_', '\\', '造', '🙂', "'");
  return fc.oneof(
    ...general,
    fc.record({ op: fc.constantFrom('contains' as const, 'startsWith' as const, 'endsWith' as const), value: part }),
  );
}

const everyField = Object.entries(columns).flatMap(([table, fields]) => fields.map((field) => ({ table, ...field })));

const condition: fc.Arbitrary<RuleNode> = fc
  .constantFrom(...everyField)
  .chain(({ table, name, type }) =>
    predicate(type).map((test) => ({ kind: 'condition', field: { table, field: name }, test })),
  );

export const rule: fc.Arbitrary<GroupNode> = fc.letrec<{ node: RuleNode; group: GroupNode }>((tie) => ({
  group: fc.record({
    kind: fc.constant('group' as const),
    combine: fc.constantFrom('and' as const, 'or' as const),
    negate: fc.boolean(),
    items: fc.array(tie('node'), { maxLength: 3 }),
  }),
  node: fc.oneof({ maxDepth: 3 }, condition, tie('group')),
})).group;
