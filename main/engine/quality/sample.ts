import type { Dataset, Field } from '#shared/intake/index.ts';
import { tableOf } from '../datasets/index.ts';
import { identifier, join, type QueryOptions, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';

/** Blocks spread evenly over the table, so that sorted tables are seen from end to end, and the same rows every time. */
const blocks = 20;
/** Rows a block for figures, and for telling what a field holds. */
const rowsForFigures = 1024;
const rowsForTexts = 100;
const columnsAtOnce = 100;

/** Rows that figures of a sample are from. */
export const sampledRows = (rows: number): number => Math.min(rows, blocks * rowsForFigures);

/** Some rows of a table. Ranges of row numbers are read without looking at the rest. Pure. */
function sampleSql(dataset: Dataset, columns: readonly Sql[], perBlock: number): Sql {
  const table = tableOf(dataset);
  const select = sql`SELECT ${join(columns, ', ')} FROM ${table} t`;
  if (dataset.rows <= blocks * perBlock) return select;
  const ranges = Array.from({ length: blocks }, (_, i) => {
    const from = Math.floor((i * (dataset.rows - perBlock)) / (blocks - 1));
    return sql`${select} WHERE t.rowid >= ${from} AND t.rowid < ${from + perBlock}`;
  });
  return join(ranges, ' UNION ALL ');
}

/** Some filled values of each field as text. */
export async function sampleTexts(
  { warehouse }: Workspace,
  dataset: Dataset,
  fields: readonly Field[],
  options: QueryOptions,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (let from = 0; from < fields.length; from += columnsAtOnce) {
    const some = fields.slice(from, from + columnsAtOnce);
    const columns = some.map(({ name }) => sql`CAST(${identifier('t', name)} AS VARCHAR)`);
    const sample = await warehouse.columns(sampleSql(dataset, columns, rowsForTexts), options);
    some.forEach(({ name }, i) => {
      const column = sample.columns[i];
      const values = column?.kind === 'text' ? column.values.filter((_, row) => column.nulls[row] === 0) : [];
      found.set(
        name,
        values.filter((value) => value.trim() !== ''),
      );
    });
  }
  return found;
}

/** Some values of each numeric field, row by row; NaN where there is none. */
export async function sampleNumbers(
  { warehouse }: Workspace,
  dataset: Dataset,
  fields: readonly Field[],
  options: QueryOptions,
): Promise<Map<string, Float64Array>> {
  const found = new Map<string, Float64Array>();
  for (let from = 0; from < fields.length; from += columnsAtOnce) {
    const some = fields.slice(from, from + columnsAtOnce);
    const columns = some.map(({ name }) => sql`coalesce(CAST(${identifier('t', name)} AS DOUBLE), 'NaN'::DOUBLE)`);
    const sample = await warehouse.doubles(sampleSql(dataset, columns, rowsForFigures), options);
    for (const [i, { name }] of some.entries()) found.set(name, sample[i] ?? new Float64Array());
  }
  return found;
}
