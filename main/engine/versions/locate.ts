import { AppError } from '#shared/errors/index.ts';
import type { Dataset, FilePart } from '#shared/intake/index.ts';
import { quarantineTableOf, tableOf } from '../datasets/index.ts';
import { identifier, literal, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { isSource } from './columns.ts';

/** Where the rows of one of several files are in the table that they became. */
export interface Located {
  readonly part: FilePart;
  /** Says of a row of the table that it is of the file. */
  readonly mine: Sql;
  /** Says of a quarantined row that it is. */
  readonly held: Sql;
  /** Rows before this one stand before those of the file. */
  readonly first: number;
}

/** Finds the rows of a file by the column that says where they are from, else by their order; `partUnclear` where neither tells. */
export async function locatePart(workspace: Workspace, dataset: Dataset, at: number): Promise<Located> {
  const { parts = [] } = dataset;
  const part = parts[at];
  if (!part || parts.length < 2) throw new AppError('notFound', 'partMissing', { name: dataset.name });
  const source = dataset.fields.findLast((field) => isSource(dataset, field))?.name ?? null;
  const start = parts.slice(0, at).reduce((sum, { rows }) => sum + rows, 0);
  const mine =
    source === null
      ? sql`(rowid >= ${start} AND rowid < ${start + part.rows})`
      : sql`(${identifier(source)} = ${part.file})`;
  const held = sql`starts_with(detail, ${literal(`${part.file}: `)})`;
  const found = await countsOf(workspace, dataset, mine, held);
  // A row that was repaired stands behind all others.
  const isKnown = source !== null || (dataset.repaired === undefined && found.all === dataset.rows);
  const isAlone = source === null || parts.filter(({ file }) => file === part.file).length === 1;
  if (!isKnown || !isAlone || found.rows !== part.rows || found.quarantined !== part.quarantined)
    throw new AppError('validation', 'partUnclear', { name: dataset.name, file: part.file });
  const later = parts.slice(at + 1).map(({ file }) => file);
  const first = source === null ? start : await beginningOf(workspace, dataset, source, [part.file, ...later]);
  return { part, mine, held, first };
}

async function countsOf({ warehouse }: Workspace, dataset: Dataset, mine: Sql, held: Sql) {
  const [rows] = await warehouse.rows(
    sql`SELECT count(*) AS total, count(*) FILTER (WHERE ${mine}) AS mine FROM ${tableOf(dataset)}`,
  );
  const [aside] = await warehouse.rows(
    sql`SELECT count(*) FILTER (WHERE ${held}) AS held FROM ${quarantineTableOf(dataset)}`,
  );
  return { all: Number(rows?.total ?? 0), rows: Number(rows?.mine ?? 0), quarantined: Number(aside?.held ?? 0) };
}

/** The first row of the first of these files that has one. */
async function beginningOf({ warehouse }: Workspace, dataset: Dataset, source: string, files: readonly string[]) {
  for (const file of files) {
    const [row] = await warehouse.rows(
      sql`SELECT min(rowid) AS first FROM ${tableOf(dataset)} WHERE ${identifier(source)} = ${file}`,
    );
    if (row?.first != null) return Number(row.first);
  }
  return dataset.rows;
}
