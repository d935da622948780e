import type { Survivor } from '#shared/matching/index.ts';
import { tableOf } from '../datasets/index.ts';
import { identifier, join, literal, raw, type Sql, sql } from '../warehouse/index.ts';
import type { MatchInputs } from './inputs.ts';
import { rowId } from './keys.ts';
import type { Scratch } from './scratch.ts';

/** Names of the merged list's own columns that no attribute has. */
export interface ClientColumns {
  readonly id: string;
  readonly lists: string;
  readonly rows: string;
}

/**
 * The merged list: a row a client, with the value of each attribute that survives, the lists that it stands in and its rows. Blank
 * texts are no values.
 */
export function clientsQuery({ definition, lists }: MatchInputs, columns: ClientColumns, scratch: Scratch): Sql {
  const { attributes } = definition;
  const types = attributes.map((_, i) => {
    const natives = new Set(lists.flatMap(({ fields }) => fields[i]?.nativeType ?? []));
    const [only = 'VARCHAR'] = natives;
    return raw(natives.size === 1 ? only : 'VARCHAR');
  });
  const all = lists.map(({ dataset, fields, date }, at) => {
    const values = attributes.map((_, i) => {
      const field = fields[i];
      const type = types[i] ?? raw('VARCHAR');
      if (!field) return sql`CAST(NULL AS ${type}) AS ${raw(`v${i}`)}`;
      const value = sql`CAST(${identifier('t', field.name)} AS ${type})`;
      const filled = type.text === 'VARCHAR' ? sql`CASE WHEN trim(${value}) <> '' THEN ${value} END` : value;
      return sql`${filled} AS ${raw(`v${i}`)}`;
    });
    const day =
      date === null ? sql`CAST(NULL AS TIMESTAMP)` : sql`TRY_CAST(${identifier('t', date.name)} AS TIMESTAMP)`;
    const row = rowId(at, sql`t.rowid`);
    return sql`SELECT j.c, ${row} AS o, ${raw(String(at))} AS list, ${day} AS day, ${join(values, ', ')}
      FROM ${tableOf(dataset)} t LEFT JOIN ${scratch.joined} j ON j.rid = ${row}`;
  });
  const tables = definition.lists.map(({ table }) => table);
  const kept = attributes.map(({ rule }, i) => sql`${survivor(rule, raw(`v${i}`), tables)} AS ${raw(`v${i}`)}`);
  // Of a client with one row there is nothing to choose.
  const values = attributes.map((_, i) => raw(`v${i}`));
  const frequent = attributes.flatMap(({ rule }, i) => (rule.kind === 'frequent' ? [i] : []));
  const counted = frequent.map((i) => {
    const [value, table] = [raw(`v${i}`), raw(`f${i}`)];
    return sql`LEFT JOIN (SELECT c, arg_min(v, {n: -n, o: o}) AS v FROM
      (SELECT c, ${value} AS v, count(*) AS n, min(o) AS o FROM rows WHERE c IS NOT NULL AND ${value} IS NOT NULL GROUP BY 1, 2) GROUP BY c) ${table} ON ${table}.c = one.c`;
  });
  const named = attributes.map(({ name }, i) => {
    const value = frequent.includes(i)
      ? sql`coalesce(${raw(`f${i}`)}.v, one.${raw(`v${i}`)})`
      : sql`one.${raw(`v${i}`)}`;
    return sql`${value} AS ${identifier(name)}`;
  });
  const stands = tables.map(
    (table, at) => sql`CASE WHEN cl.lists & ${raw(String(1 << at))} <> 0 THEN ${literal(table)} END`,
  );
  return sql`WITH rows AS (${join(all, ' UNION ALL ')}), one AS (SELECT c, min(o) AS o, ${join(kept, ', ')} FROM rows WHERE c IS NOT NULL GROUP BY c
      UNION ALL SELECT o, o, ${join(values, ', ')} FROM rows WHERE c IS NULL)
    SELECT cl.id AS ${identifier(columns.id)}, ${join(named, ', ')}, concat_ws('、', ${join(stands, ', ')}) AS ${identifier(columns.lists)},
      cl.n AS ${identifier(columns.rows)}
    FROM one JOIN ${scratch.clients} cl ON cl.c = one.c ${join(counted, ' ')} ORDER BY one.o`;
}

/** arg_min leaves rows without the value out. */
function survivor(rule: Survivor, value: Sql, tables: readonly string[]): Sql {
  switch (rule.kind) {
    case 'first':
    case 'frequent':
      return sql`arg_min(${value}, o)`;
    case 'list': {
      const trusted = raw(String(tables.indexOf(rule.table)));
      return sql`arg_min(${value}, {other: list <> ${trusted}, o: o})`;
    }
    case 'newest':
      return sql`arg_min(${value}, {undated: day IS NULL, age: -epoch_us(coalesce(day, TIMESTAMP '1970-01-01')), o: o})`;
    case 'longest':
      return sql`arg_min(${value}, {size: -length(CAST(${value} AS VARCHAR)), o: o})`;
  }
}
