import { z } from 'zod';
import { type QuarantinedRow, quarantinedRowSchema } from '#shared/intake/index.ts';
import { sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { quarantineTableOf } from './tables.ts';

/** Quarantined rows of a dataset in file order. */
export async function readQuarantine(
  workspace: Workspace,
  page: { dataset: string; offset: number; limit: number },
): Promise<{ total: number; rows: QuarantinedRow[] }> {
  const dataset = workspace.catalogue.datasets.byId(page.dataset);
  const rows = await workspace.warehouse.rows(
    sql`SELECT line, column_name AS column, reason, detail, text FROM ${quarantineTableOf(dataset)} ORDER BY line, rowid LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  return { total: dataset.quarantined, rows: z.array(quarantinedRowSchema).parse(rows) };
}
