import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { tableOf } from '../../../datasets/index.ts';
import { sql } from '../../../warehouse/index.ts';
import type { Workspace } from '../../../workspace/index.ts';
import { withTexts } from '../../asTexts.ts';
import type { IntakeContext } from '../../context.ts';
import { loadTables } from '../../load.ts';
import { dropTables, targetOf } from '../../loadFile.ts';
import { type SheetRow, sheetRows } from './form.ts';

/** What spreadsheets put between the cells of a CSV. */
const delimiters = [',', ';', '\t'] as const;

/**
 * Reads a repair sheet back, a CSV in any encoding or a workbook: its rows as they are for this dataset. Fails with
 * `repairSheetUnknown`, `repairSheetBroken` or `repairSheetColumns`.
 */
export async function readSheet(
  workspace: Workspace,
  dataset: Dataset,
  path: string,
  context: IntakeContext,
): Promise<readonly SheetRow[]> {
  const file = basename(path);
  for (const delimiter of delimiters) {
    const { header, rows, leftOut } = await textsIn(workspace, path, delimiter, context);
    if (!header.includes('_line')) continue;
    if (leftOut > 0) throw new AppError('corrupt', 'repairSheetBroken', { file, rows: leftOut });
    const found = sheetRows(dataset, header, rows);
    if (found.kind === 'rows') return found.rows;
    const names = (list: readonly string[]) => list.map((name) => `“${name}”`).join(' ') || '—';
    const columns = { missing: names(found.missing), strange: names(found.strange) };
    throw new AppError('validation', 'repairSheetColumns', { file, ...columns });
  }
  throw new AppError('validation', 'repairSheetUnknown', { file });
}

/** All of a file as text, by way of tables that nobody sees. */
async function textsIn(workspace: Workspace, path: string, delimiter: string, context: IntakeContext) {
  const how = { header: true, headerRows: 1, skip: 0, totals: false, comment: '', quote: '"', delimiter };
  const quiet = { signal: context.signal, allowEmpty: true };
  const options = await withTexts(workspace, path, how, quiet);
  const name = randomBytes(6).toString('hex');
  const loaded = await loadTables(workspace, path, name, options, quiet, 'keep');
  try {
    const rows: (readonly (string | null)[])[] = [];
    await workspace.warehouse.stream(
      sql`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ${tableOf(loaded)}`,
      async (some) => void rows.push(...some.map((row) => row.map((value) => (value === null ? null : String(value))))),
      { signal: context.signal },
    );
    return { header: loaded.fields.map((field) => field.name), rows, leftOut: loaded.quarantined };
  } finally {
    await dropTables(workspace.warehouse, targetOf(loaded.id));
  }
}
