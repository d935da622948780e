import fc from 'fast-check';
import type { Workspace } from '#engine/workspace/index.ts';
import type { GroupNode } from '#shared/segments/index.ts';
import { clientTable, columns, factTable, keyField } from '#test/segments/generate.ts';
import type { Record_, World } from '#test/segments/oracle.ts';
import { addTable } from '#test/support/tables.ts';

type Cell = string | number | boolean | null;
export type Rows = readonly (readonly Cell[])[];

const texts = ['', ' ', 'A', 'a', '50%', "o'hara", '制造业', '🙂', '0', 'false', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6'];
const optional = (cell: fc.Arbitrary<Cell>) => fc.option(cell, { nil: null, freq: 5 });
const day = fc
  .integer({ min: Date.UTC(1960, 0, 1) / 86_400_000, max: Date.UTC(2040, 0, 1) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

/** Clients in the columns of test/segments/generate.ts, with values spread wide enough to be cut into ranges, and with ties. */
export const clientRows: fc.Arbitrary<Rows> = fc.array(
  fc.tuple(
    fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 60 }).map(String) }, fc.constantFrom(null, '', ' 1')),
    optional(fc.constantFrom(...texts)),
    optional(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -500, max: 100_000 }))),
    optional(
      fc.oneof(
        fc.constantFrom(0, 0, 2.5, 1e9),
        fc.integer({ min: -9999, max: 9999 }).map((n) => n / 100),
      ),
    ),
    optional(day),
    optional(fc.tuple(day, fc.constantFrom('00:00:00', '23:59:59')).map(([date, time]) => `${date} ${time}`)),
    optional(fc.boolean()),
  ),
  { maxLength: 60 },
);

export const factRows: fc.Arbitrary<Rows> = fc.array(
  fc.tuple(
    fc.oneof(fc.integer({ min: 1, max: 70 }).map(String), fc.constantFrom(null, '', '1 ', '  2')),
    fc.constantFrom(null, 1, 2),
    optional(fc.constantFrom(...texts)),
  ),
  { maxLength: 90 },
);

/** Puts the tables and the client model into a workspace. */
export async function fill(
  workspace: Workspace,
  clients: Rows,
  facts: Rows,
  segments: Readonly<Record<string, GroupNode>>,
): Promise<World> {
  await addTable(workspace, clientTable, columns[clientTable], clients);
  await addTable(workspace, factTable, columns[factTable], facts);
  const factKey = columns[factTable][0].name;
  const { definitions } = workspace.catalogue;
  definitions.create('clients', 'clients', {
    table: clientTable,
    key: { kind: 'field', field: keyField },
    facts: [{ table: factTable, field: factKey }],
  });
  for (const [name, rule] of Object.entries(segments)) definitions.create('segment', name, { rule });
  const records = (table: keyof typeof columns, rows: Rows): Record_[] =>
    rows.map((row) => Object.fromEntries(columns[table].map((column, i) => [column.name, row[i] ?? null])));
  return {
    clients: { name: clientTable, key: keyField, rows: records(clientTable, clients) },
    facts: [{ name: factTable, key: factKey, rows: records(factTable, facts) }],
    types: Object.fromEntries(
      Object.entries(columns).flatMap(([table, fields]) =>
        fields.map((field) => [`${table}.${field.name}`, field.type]),
      ),
    ),
    segments,
  };
}

/** The first row of each key that is not blank, by key. */
export function clientsOf({ clients }: World): Map<string, Record_> {
  const first = new Map<string, Record_>();
  for (const row of clients.rows) {
    const key = String(row[clients.key] ?? '').replace(/^ +| +$/g, '');
    if (key !== '' && !first.has(key)) first.set(key, row);
  }
  return first;
}
