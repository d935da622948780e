import { mask } from '#shared/privacy/mask.ts';
import type { Problem } from '#shared/quality/index.ts';
import { fieldOf, tableOf } from '../datasets/index.ts';
import { identifier, type QueryOptions, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { assessedOf } from './dataset.ts';
import { duplicatesSql } from './keys.ts';
import { problemSql } from './problems.ts';

interface Wanted {
  readonly dataset: string;
  readonly asOf: string | null;
  readonly field: string | null;
  readonly problem: Problem;
  readonly limit: number;
}

/** The rows that have a problem; see `quality.rows` of the contract. */
export async function problemRows(
  workspace: Workspace,
  wanted: Wanted,
  options: QueryOptions = {},
): Promise<{ total: number; rows: { row: number; value: string | null }[] }> {
  const dataset = workspace.catalogue.datasets.byId(wanted.dataset);
  const field = wanted.field === null ? null : fieldOf(dataset, wanted.field);
  const assessed = await assessedOf(workspace, wanted, options);
  const aspect = field && assessed.aspects.get(field.name);
  const told = field && assessed.told.get(field.name);
  const value = field ? identifier('t', field.name) : null;
  const numbers =
    wanted.problem === 'duplicate' || !aspect || !told || !value
      ? duplicatesSql(dataset, aspect ?? null)
      : sql`SELECT t.rowid AS r FROM ${tableOf(dataset)} t WHERE ${problemSql(wanted.problem, aspect, value, told)}`;
  const shown: Sql = value ? sql`CAST(${value} AS VARCHAR)` : sql`NULL`;
  const found = await workspace.warehouse.rows(
    sql`WITH hits AS (${numbers}), first AS (SELECT r FROM hits ORDER BY r LIMIT ${wanted.limit})
      SELECT (SELECT count(*) FROM hits) AS total, first.r AS r, ${shown} AS value FROM first JOIN ${tableOf(dataset)} t ON t.rowid = first.r ORDER BY first.r`,
    options,
  );
  return {
    total: Number(found[0]?.total ?? 0),
    rows: found.map(({ r, value: cell }) => ({ row: Number(r) + 1, value: maskedText(cell, field?.sensitivity) })),
  };
}

function maskedText(cell: unknown, sensitivity: Parameters<typeof mask>[1] | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  return String(mask(String(cell), sensitivity ?? 'internal'));
}
