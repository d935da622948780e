import { createHash } from 'node:crypto';
import { type ClientBase, type factOf, keySql } from '../clients/index.ts';
import { tableName, tableOf } from '../datasets/index.ts';
import { identifier, join, type QueryOptions, raw, type Sql, sql, unlessAborted } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { mostValues } from './choose.ts';

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

interface Made {
  /** The warehouse's names of both tables that it was made from. */
  readonly from: readonly string[];
  readonly name: string;
  readonly values: Promise<LinkedValues | null>;
}

/** Made once per version of both tables: they don't depend on the group, and reading a long table costs most of a portrait. */
const madeOf = new WeakMap<Workspace, Map<string, Made>>();

const known = (workspace: Workspace): Map<string, Made> => {
  const made = madeOf.get(workspace) ?? new Map<string, Made>();
  madeOf.set(workspace, made);
  return made;
};

/** The values of fields of one linked table, in the order given; null for a field with too many. */
export async function linkedValues(
  workspace: Workspace,
  base: ClientBase,
  fact: Fact,
  fields: readonly string[],
  options: QueryOptions,
): Promise<(LinkedValues | null)[]> {
  const made = known(workspace);
  const from = [tableName(base.list.dataset), tableName(fact.dataset)];
  const keyOf = (field: string) => JSON.stringify([...from, base.list.key?.name, fact.key.name, field]);
  const missing = fields.filter((field) => !made.has(keyOf(field)));
  if (missing.length > 0) {
    // Together: the table is read once for all of them.
    const name = `m_${createHash('sha256')
      .update(JSON.stringify(missing.map(keyOf)))
      .digest('hex')}`;
    const work = make(workspace, base, fact, missing, name, options.onProgress);
    missing.forEach((field, i) => {
      const values = work.then((all) => all[i] ?? null);
      made.set(keyOf(field), { from, name, values });
      // Errors are not kept.
      values.catch(() => made.delete(keyOf(field)));
    });
  }
  const wanted = fields.map((field) => made.get(keyOf(field))?.values ?? null);
  return unlessAborted(Promise.all(wanted), options.signal);
}

/** Frees what was made from a dataset that is about to be removed. */
export async function dropLinkedValues(workspace: Workspace, datasetId: string): Promise<void> {
  const gone = tableName(workspace.catalogue.datasets.byId(datasetId));
  const made = known(workspace);
  for (const [key, { from, name, values }] of made) {
    if (!from.includes(gone)) continue;
    made.delete(key);
    // Making it may still be under way, and may fail.
    await values.catch(() => undefined);
    await workspace.warehouse.run(sql`DROP TABLE IF EXISTS ${identifier('scratch', name)}`);
  }
}

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

/** Grouped by the key as it stands first, and cleaned only then: cleaning each of many rows costs more than all else. */
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
  const own = base.list.key;
  const joined = own === null ? sql`false` : sql`${keySql('r', { ...key, name: 'k' })} = ${keySql('t', own)}`;
  return sql`CREATE OR REPLACE TABLE ${table} AS SELECT t.rowid AS id, ${columns((at) => sql`bit_or(r.${raw(`m${at}`)})`)} FROM ${base.source} JOIN (${raws}) r ON ${joined} GROUP BY 1`;
}
