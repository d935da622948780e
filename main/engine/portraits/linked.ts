import { createHash } from 'node:crypto';
import type { Constant } from '#shared/conditions/index.ts';
import type { Baseline, CountedDimension, SkipReason } from '#shared/portraits/index.ts';
import { type ClientBase, type factOf, keySql } from '../clients/index.ts';
import { tableName, tableOf } from '../datasets/index.ts';
import {
  identifier,
  join,
  type QueryOptions,
  type Row,
  raw,
  type Sql,
  sql,
  unlessAborted,
} from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { type Candidate, mostValues } from './choose.ts';
import { added, counted, countsOf, shownValue, threeOf, topValues, type ValueCounts } from './counts.ts';
import { addedCounts, countsSql, rowsTable } from './rows.ts';

type Fact = ReturnType<typeof factOf>;

/**
 * Which values each client has in a field of a linked table: a table of `id` (row of the client list) and, in `column`, one
 * bit a value. Bit 0 stands for a row in which the field is empty, bit i + 1 for `values[i]`. Clients without rows are not in it.
 */
export interface LinkedValues {
  readonly table: Sql;
  readonly column: Sql;
  readonly values: readonly string[];
  /** What they were made with. */
  readonly statement: Sql;
}

/** Made once per version of both tables: they don't depend on the group, and reading a long table costs most of a portrait. */
const made = new WeakMap<Workspace, Map<string, Promise<LinkedValues | null>>>();

/** The values of fields of one linked table, in the order given; null for a field with too many. */
export async function linkedValues(
  workspace: Workspace,
  base: ClientBase,
  fact: Fact,
  fields: readonly string[],
  options: QueryOptions,
): Promise<(LinkedValues | null)[]> {
  const known = made.get(workspace) ?? new Map<string, Promise<LinkedValues | null>>();
  made.set(workspace, known);
  const keyOf = (field: string) =>
    JSON.stringify([tableName(base.list.dataset), base.list.key?.name, tableName(fact.dataset), fact.key.name, field]);
  const missing = fields.filter((field) => !known.has(keyOf(field)));
  if (missing.length > 0) {
    // Together: the table is read once for all of them.
    const work = make(workspace, base, fact, missing, createName(missing.map(keyOf)), options.onProgress);
    missing.forEach((field, i) => {
      const one = work.then((all) => all[i] ?? null);
      known.set(keyOf(field), one);
      one.catch(() => known.delete(keyOf(field)));
    });
  }
  const found = fields.map((field) => known.get(keyOf(field)) ?? null);
  return unlessAborted(Promise.all(found), options.signal);
}

const createName = (parts: readonly string[]) =>
  `m_${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;

async function make(
  workspace: Workspace,
  base: ClientBase,
  fact: Fact,
  fields: readonly string[],
  name: string,
  onProgress: QueryOptions['onProgress'],
): Promise<(LinkedValues | null)[]> {
  const { warehouse } = workspace;
  const lists = await Promise.all(
    fields.map(async (field) => {
      const rows = await warehouse.rows(distinctSql(fact, field));
      return rows.length > mostValues.found ? null : rows.map(({ value }) => String(value)).sort();
    }),
  );
  const usable = fields.flatMap((field, i) => (lists[i] ? [{ field, values: lists[i] }] : []));
  if (usable.length === 0 || base.list.key === null) return fields.map(() => null);
  const table = identifier('scratch', name);
  const statement = linkedValuesSql(table, base, fact, usable);
  await warehouse.run(statement, { onProgress });
  return fields.map((field) => {
    const at = usable.findIndex((each) => each.field === field);
    const values = usable[at]?.values;
    return values ? { table, column: raw(`m${at}`), values, statement } : null;
  });
}

/** The values of a field as text, one more than can be used at most. */
export function distinctSql({ dataset }: Fact, field: string): Sql {
  const column = identifier('f', field);
  return sql`SELECT DISTINCT CAST(${column} AS VARCHAR) AS value FROM ${tableOf(dataset)} f WHERE ${column} IS NOT NULL LIMIT ${mostValues.found + 1}`;
}

/** Grouped by the key as it stands first, and by the key cleaned only then: cleaning each of many rows costs more than all else. */
export function linkedValuesSql(
  table: Sql,
  base: ClientBase,
  { dataset, key }: Fact,
  fields: readonly { field: string; values: readonly string[] }[],
): Sql {
  const bit = ({ field, values }: (typeof fields)[number]) => {
    const list = join(
      values.map((value) => sql`CAST(${value} AS VARCHAR)`),
      ', ',
    );
    const code = sql`coalesce(list_position([${list}], CAST(${identifier('f', field)} AS VARCHAR)), 0)`;
    return sql`bit_or(CAST(1 AS BIGINT) << ${values.length > 0 ? code : sql`0`})`;
  };
  const columns = (of: (at: number) => Sql) =>
    join(
      fields.map((_, at) => sql`${of(at)} AS ${raw(`m${at}`)}`),
      ', ',
    );
  const raws = sql`SELECT ${identifier('f', key.name)} AS k, ${columns((at) => bit(fields[at] ?? { field: '', values: [] }))} FROM ${tableOf(dataset)} f GROUP BY 1`;
  const cleaned = sql`SELECT ${keySql('r', { ...key, name: 'k' })} AS k, ${columns((at) => sql`bit_or(${raw(`m${at}`)})`)} FROM (${raws}) r GROUP BY 1`;
  const own = base.list.key;
  const joined = own === null ? sql`false` : sql`m.k = ${keySql('t', own)}`;
  return sql`CREATE OR REPLACE TABLE ${table} AS SELECT t.rowid AS id, ${columns((at) => raw(`m.m${at}`))} FROM ${base.source} JOIN (${cleaned}) m ON ${joined}`;
}

/** Clients by the set of their values. */
const setsSql = ({ table, column }: LinkedValues, baseline: Baseline): Sql =>
  sql`SELECT l.${column} AS bits, ${countsSql(baseline)} FROM ${rowsTable} r JOIN ${table} l ON l.id = r.id GROUP BY 1`;

/** Counts the clients with at least one row of each value (`bit`); where `bit` is null, those with any row. */
export function linkedCountsSql(linked: LinkedValues, baseline: Baseline): Sql {
  return sql`WITH s AS MATERIALIZED (${setsSql(linked, baseline)}) SELECT CAST(NULL AS BIGINT) AS bit, ${addedCounts} FROM s UNION ALL SELECT bit, ${addedCounts} FROM s, range(${linked.values.length + 1}) AS bits_of(bit) WHERE (bits >> bit) & 1 = 1 GROUP BY bit`;
}

/** Counts the clients with at least one row of any of these values. */
export function linkedOthersSql(linked: LinkedValues, baseline: Baseline, values: readonly string[]): Sql {
  const mask = values.reduce((bits, value) => bits + 2n ** BigInt(linked.values.indexOf(value) + 1), 0n);
  return sql`SELECT ${addedCounts} FROM (${setsSql(linked, baseline)}) WHERE bits & CAST(${String(mask)} AS BIGINT) <> 0`;
}

export interface LinkedCounts {
  readonly known: ReturnType<typeof countsOf>;
  readonly empty: ReturnType<typeof countsOf>;
  readonly shown: readonly ValueCounts[];
  readonly others: readonly ValueCounts[];
}

/** What the rows of `linkedCountsSql` say: values that no client has are left out. */
export function linkedCountsOf({ field }: Candidate, linked: LinkedValues, rows: readonly Row[]): LinkedCounts {
  const at = (bit: number | null) => countsOf(rows.find((row) => row.bit === bit));
  const typed = (value: string): Constant => (field.type === 'boolean' ? value === 'true' : value);
  const values = linked.values.map((value, i) => ({ value: typed(value), ...at(i + 1) }));
  return { known: at(null), empty: at(0), ...topValues(values) };
}

export function linkedDimension(
  candidate: Candidate,
  { known, empty, shown, others }: LinkedCounts,
  othersTogether: ReturnType<typeof countsOf>,
  clients: number,
): CountedDimension | SkipReason {
  const [only] = shown;
  if (!only) return 'empty';
  if (shown.length === 1 && only.a === clients && empty.a === 0) return 'constant';
  return {
    field: candidate.ref,
    type: candidate.field.type,
    form: 'rows',
    known: threeOf(known),
    numbers: null,
    traits: [
      ...shown.map((value) => counted({ kind: 'value', value: shownValue(value) }, value)),
      ...(others.length > 0
        ? [counted({ kind: 'others', except: shown.map(shownValue), values: others.length }, othersTogether)]
        : []),
      ...(empty.u > 0 ? [counted({ kind: 'empty' }, empty)] : []),
    ],
  };
}

export const noCounts = added([]);
