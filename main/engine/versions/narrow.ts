import type { Dataset } from '#shared/intake/index.ts';
import { tableOf } from '../datasets/index.ts';
import { identifier, join, raw, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { Column } from './columns.ts';

const plainNumber = '^-?(0|[1-9][0-9]{0,14})(\\.[0-9]+)?$';

/**
 * Columns that are text, and that the replacing file has as something else: where no row that stays has a text, it was the
 * replaced file that made them so. Only what is written plainly counts: with a zero before it, it may be no number.
 */
export async function narrowed(
  { warehouse }: Workspace,
  before: Dataset,
  columns: readonly Column[],
  stays: Sql,
): Promise<Column[]> {
  const wanted = columns.flatMap((column) => {
    const { before: old, added } = column;
    return old?.type === 'text' && added && added.approximateDistinct > 0 && isNarrow(added.type)
      ? [{ column, added }]
      : [];
  });
  if (wanted.length === 0) return [...columns];
  const fits = wanted.map(({ column, added }, i) => {
    const value = identifier(column.name);
    const cast = sql`TRY_CAST(${value} AS ${raw(added.nativeType)})`;
    const plain =
      added.type === 'integer' || added.type === 'number' || added.type === 'decimal'
        ? sql`${cast} IS NOT NULL AND regexp_full_match(${value}, ${plainNumber})`
        : sql`coalesce(CAST(${cast} AS VARCHAR) = ${value}, false)`;
    return sql`coalesce(bool_and(${plain}) FILTER (WHERE ${value} IS NOT NULL), true) AS ${raw(`f${i}`)}`;
  });
  const [row] = await warehouse.rows(sql`SELECT ${join(fits, ', ')} FROM ${tableOf(before)} WHERE ${stays}`);
  return columns.map((column) => {
    const at = wanted.findIndex((each) => each.column === column);
    const added = wanted[at]?.added;
    return added && row?.[`f${at}`] === true ? { ...column, native: added.nativeType } : column;
  });
}

const isNarrow = (type: string) => ['integer', 'number', 'decimal', 'date', 'timestamp'].includes(type);
