import type { PairSide } from '#shared/matching/index.ts';
import { mask } from '#shared/privacy/mask.ts';
import { tableOf } from '../datasets/index.ts';
import { identifier, join, type Row, raw, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { MatchInputs } from './inputs.ts';
import { rowId, rowsOfList } from './keys.ts';

/** One row of a pair as it is shown: its values masked. */
export function sideOf(
  { definition, classes }: MatchInputs,
  rid: number,
  hash: string,
  texts: readonly (string | null)[],
): PairSide {
  return {
    table: definition.lists[Math.floor(rid / rowsOfList)]?.table ?? '',
    row: hash,
    number: (rid % rowsOfList) + 1,
    values: definition.attributes.map((_, i) => {
      const shown = mask(texts[i] ?? null, classes[i] ?? 'internal');
      return shown === null ? null : String(shown);
    }),
  };
}

/** The values of rows as they stand, by attribute. */
export async function textsOf(
  { warehouse }: Workspace,
  { lists }: MatchInputs,
  rids: readonly number[],
): Promise<ReadonlyMap<number, readonly (string | null)[]>> {
  const found = new Map<number, readonly (string | null)[]>();
  for (const [at, { dataset, fields }] of lists.entries()) {
    const own = [...new Set(rids.filter((rid) => Math.floor(rid / rowsOfList) === at))];
    if (own.length === 0) continue;
    const values = fields.map((field, i) => {
      const value = field === null ? sql`NULL` : sql`CAST(${identifier('t', field.name)} AS VARCHAR)`;
      return sql`${value} AS ${raw(`v${i}`)}`;
    });
    const places = join(
      own.map((rid) => sql`${rid % rowsOfList}`),
      ', ',
    );
    const rows = await warehouse.rows(
      sql`SELECT ${rowId(at, sql`t.rowid`)} AS rid, ${join(values, ', ')} FROM ${tableOf(dataset)} t WHERE t.rowid IN (${places})`,
    );
    for (const row of rows)
      found.set(
        Number(row.rid),
        fields.map((_, i) => textIn(row, `v${i}`)),
      );
  }
  return found;
}

function textIn(row: Row, name: string): string | null {
  const value = row[name];
  return value === null || value === undefined ? null : String(value);
}
