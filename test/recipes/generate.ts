import fc from 'fast-check';
import { recipeStepSchema } from '#shared/recipes/index.ts';
import { hostileNames } from '#test/support/tables.ts';
import type { Cell, Known, Table, Type } from './table.ts';

/** Names that broke tools, and those that the builders use themselves. */
export const names = { a: hostileNames[0], b: 'x', n: hostileNames[4], r: 's', d: hostileNames[11] } as const;
const { a, b, n, r, d } = names;

const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'B', 'z', ' ', '　', 'Ａ', '１', '-', '\\', '中', '🙂', '.', '|'),
    maxLength: 6,
  }),
  fc.constantFrom(
    'a  b',
    ' x 　 y',
    '2024-01-05',
    '2024/1/5',
    '20240105',
    '2024年1月5日',
    '05-Jan-2024',
    '31 FEB 2024',
    '05.01.2024',
    '13.01.2024',
    '2024-02-30',
    '45296',
    '2024',
  ),
  fc.constantFrom(
    '1,234.50',
    '¥1,234',
    '1.5万',
    '2亿',
    '12.5%',
    '(300)',
    '－５',
    '1,23',
    '1.234,5',
    '--1',
    '3千元',
    '5.',
  ),
);
const orEmpty = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 4 });

export const tables: fc.Arbitrary<Table> = fc
  .array(
    fc.tuple(
      orEmpty(text),
      orEmpty(fc.constantFrom('p', 'q', 'Q', 'q ')),
      orEmpty(fc.integer({ min: -9, max: 9 })),
      orEmpty(fc.integer({ min: -40, max: 40 }).map((quarters) => quarters / 4)),
      orEmpty(fc.constantFrom('2024-01-05', '2023-12-31', '2024-02-29')),
    ),
    { maxLength: 14 },
  )
  .map((rows) => ({
    columns: [
      { name: a, type: 'text' },
      { name: b, type: 'text' },
      { name: n, type: 'integer' },
      { name: r, type: 'number' },
      { name: d, type: 'date' },
    ],
    rows,
  }));

/** Mostly fields that are there: a step that does not fit says little. */
const field = fc.constantFrom(...[a, b, n, r, d].flatMap((name) => [name, name, name]), 'new', 'gone');
const texts = fc.uniqueArray(fc.constantFrom(a, a, a, b, b, b, 'new', n), { minLength: 1, maxLength: 2 });
const fields = fc.uniqueArray(field, { minLength: 1, maxLength: 3 });
const into = fc.constantFrom('new', 'new', 'New', ` ${b}`, b, 'rowid');
const kind = <const K extends string>(of: K) => fc.constant(of);
const flag = fc.boolean();

/** Pairs of a text and what it means: an oracle that shares nothing with the parser. */
const num = (cell: Cell): number | null => (typeof cell === 'number' ? cell : null);
const both = (x: number | null, y: number | null, of: (x: number, y: number) => number | null) =>
  x === null || y === null ? null : of(x, y);
const bracketed = (name: string) => `[${name.replaceAll(']', ']]')}]`;
const formulas: readonly Pick<Known & { kind: 'compute' }, 'expression' | 'of' | 'makes'>[] = [
  {
    expression: `${bracketed(n)} * 2 - -${bracketed(n)} / 4`,
    of: (row) => both(num(row(n)), 0, (x) => x * 2 + x / 4),
    makes: 'number',
  },
  {
    expression: `${bracketed(r)} / ${bracketed(n)}`,
    of: (row) => both(num(row(r)), num(row(n)), (x, y) => (y === 0 ? null : x / y)),
    makes: 'number',
  },
  {
    expression: `IF(${bracketed(n)} >= 1 and not ${bracketed(n)} = 3, 'big', \`${b}\`)`,
    of: (row) => ((num(row(n)) ?? 0) >= 1 && row(n) !== 3 ? 'big' : row(b)),
    makes: 'text',
  },
  {
    expression: `length(coalesce(${bracketed(a)}, ${bracketed(b)}, 'it''s'))`,
    of: (row) => [...String(row(a) ?? row(b) ?? "it's")].length,
    makes: 'integer',
  },
  { expression: `max(${bracketed(n)}, 2, null)`, of: (row) => Math.max(num(row(n)) ?? 2, 2), makes: 'integer' },
  {
    expression: `concat(${bracketed(b)}, '-', ${bracketed(n)})`,
    of: (row) => `${row(b) ?? ''}-${row(n) ?? ''}`,
    makes: 'text',
  },
  {
    expression: `substring(${bracketed(a)}, 2, 3)`,
    of: (row) => (row(a) === null ? null : [...String(row(a))].slice(1, 4).join('') || null),
    makes: 'text',
  },
  {
    expression: `${bracketed(d)} > '2024-01-01' or isnull(${bracketed(r)})`,
    of: (row) => String(row(d) ?? '') > '2024-01-01' || row(r) === null,
    makes: 'boolean',
  },
  {
    expression: `datediff(${bracketed(d)}, '2024-03-01')`,
    of: (row) =>
      row(d) === null ? null : Math.round((Date.UTC(2024, 2, 1) - Date.parse(String(row(d)))) / 86_400_000),
    makes: 'integer',
  },
  {
    expression: `year(${bracketed(d)}) + round(${bracketed(r)}) * 0`,
    of: (row) => both(row(d) === null ? null : Number(String(row(d)).slice(0, 4)), num(row(r)), (y) => y),
    makes: 'number',
  },
  { expression: `9223372036854775807 + ${bracketed(n)} * 0 + 1`, of: () => null, makes: 'integer' },
];

const computed = fc
  .record({
    kind: kind('compute'),
    into: fc.constantFrom('new', 'new', n, 'New'),
    formula: fc.constantFrom(...formulas),
  })
  .map(({ formula, ...step }) => ({ ...step, ...formula, needs: needsOf(formula.expression) }));

/** The fields that an expression names, with the types that the oracle takes them to have. */
function needsOf(expression: string): Readonly<Record<string, Type>> {
  const types = { [a]: 'text', [b]: 'text', [n]: 'integer', [r]: 'number', [d]: 'date' } as const;
  const named = Object.entries(types).filter(
    ([name]) => expression.includes(bracketed(name)) || expression.includes(`\`${name}\``),
  );
  return Object.fromEntries(named);
}

const raw = fc.oneof(
  fc.record({ kind: kind('trim'), fields: texts, collapse: flag }),
  fc.record({ kind: kind('halfWidth'), fields: texts }),
  fc.record({ kind: kind('case'), fields: texts, to: fc.constantFrom('upper', 'lower', 'title') }),
  fc.record({
    kind: kind('replace'),
    fields: texts,
    find: fc.constantFrom('a', '.', '\\', 'Q', ' '),
    with: fc.constantFrom('', '\\', 'b1', '$1'),
    match: fc.constantFrom('part', 'whole'),
    ignoreCase: flag,
  }),
  fc.record({
    kind: kind('replace'),
    fields: texts,
    find: fc.constantFrom('([aB])(.)', '[^a-z]+', '^.'),
    with: fc.constantFrom('', '-', '<\\0>'.replace('\\0', '')),
    match: kind('pattern'),
    ignoreCase: flag,
  }),
  fc.record({
    kind: kind('map'),
    field,
    values: fc.constantFrom(
      [
        { from: ['q', 'Q'], to: 'p' },
        { from: ['p', 'q'], to: null },
      ],
      [{ from: ['1', '2.0', "'"], to: '一' }],
    ),
    others: fc.constantFrom('keep', 'empty'),
  }),
  fc.record({
    kind: kind('dates'),
    fields: fc.uniqueArray(fc.constantFrom(a, a, n, r, d), { minLength: 1, maxLength: 2 }),
    order: fc.constantFrom('dmy', 'mdy'),
    serials: fc.constantFrom('1900', '1904', 'none'),
  }),
  fc.record({
    kind: kind('amounts'),
    fields: fc.uniqueArray(fc.constantFrom(a, a, n, r, d), { minLength: 1, maxLength: 2 }),
    percent: fc.constantFrom('fraction', 'points'),
    decimalMark: fc.constantFrom('.', ','),
  }),
  fc.record({
    kind: kind('type'),
    fields: fc.uniqueArray(fc.constantFrom(a, b, n, r), { minLength: 1, maxLength: 2 }),
    type: fc.constantFrom('text', 'integer'),
  }),
  fc.record({
    kind: kind('split'),
    field,
    by: fc.oneof(
      fc.record({
        kind: kind('delimiter'),
        delimiter: fc.constantFrom('-', '.', ' '),
        rest: fc.constantFrom('last', 'drop'),
      }),
      fc.record({ kind: kind('positions'), positions: fc.constantFrom([1, 3], [2, 2]) }),
    ),
    into: fc.constantFrom(['new', 'm', 'f0'], ['m', 'p'], ['M', 'm', 'x1']),
    keep: flag,
  }),
  fc.record({ kind: kind('merge'), fields, into, separator: fc.constantFrom('', '-'), keep: flag }),
  computed,
  fc.record({ kind: kind('rename'), names: fc.tuple(fc.record({ field, name: into })) }),
  fc.record({ kind: kind('drop'), fields }),
  fc.record({ kind: kind('reorder'), fields }),
  fc.record({
    kind: kind('fill'),
    fields,
    with: fc.oneof(
      fc.record({ kind: kind('constant'), value: kind('无') }),
      fc.record({ kind: fc.constantFrom('previous', 'median', 'mode', 'mean') }),
    ),
    group: fc.constantFrom([], [b], [b, n]),
  }),
  fc.record({
    kind: kind('outliers'),
    fields: fc.uniqueArray(fc.constantFrom(n, r), { minLength: 1 }),
    by: fc.oneof(
      fc.record({ kind: kind('iqr'), factor: fc.constantFrom(0.5, 1.5) }),
      fc.record({ kind: kind('quantiles'), low: fc.constantFrom(0, 0.25), high: fc.constantFrom(0.25, 0.75) }),
    ),
    action: fc.oneof(fc.record({ kind: kind('drop') }), fc.record({ kind: kind('flag'), into })),
  }),
  fc.record({
    kind: kind('dedupe'),
    keys: fields,
    keep: fc.oneof(
      fc.record({ kind: fc.constantFrom('first', 'last') }),
      fc.record({ kind: fc.constantFrom('largest', 'smallest'), field: fc.constantFrom(n, r, a) }),
    ),
  }),
  fc.record({
    kind: kind('filter'),
    action: fc.constantFrom('keep', 'drop'),
    combine: fc.constantFrom('and', 'or'),
    conditions: fc.array(
      fc.record({
        field,
        test: fc.constantFrom({ op: 'isNull' }, { op: 'contains', value: 'Q' }, { op: 'contains', value: '1' }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({
    kind: kind('unpivot'),
    fields,
    nameInto: fc.constantFrom('new', 'v', b),
    valueInto: fc.constantFrom('i', 'vs', n),
    dropEmpty: flag,
  }),
  fc.record({
    kind: kind('pivot'),
    rows: fc.constantFrom([b], [b, d]),
    names: fc.constantFrom(n, d),
    values: fc.constantFrom(r, n, a),
    aggregate: fc.constantFrom('sum', 'count', 'first'),
  }),
);

export const steps: fc.Arbitrary<Known> = fc
  .tuple(
    raw,
    fc.boolean().map((off) => !off),
    fc.integer({ min: 0, max: 4 }),
  )
  .map(([step, on, luck]) => {
    const { of, makes, needs, ...plain } = { of: undefined, makes: undefined, needs: undefined, ...step };
    return { ...recipeStepSchema.parse({ ...plain, enabled: on || luck > 0 }), ...(of ? { of, makes, needs } : {}) };
  });
