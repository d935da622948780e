import { AppError } from '#shared/errors/index.ts';
import type { CellFault, Dataset, RepairCell, RepairForm } from '#shared/intake/index.ts';
import { type Forget, quarantinedRow, quarantineTableOf, repairTableOf, tableOf } from '../../datasets/index.ts';
import { join, type Sql, sql } from '../../warehouse/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import type { IntakeContext } from '../context.ts';
import { proposedCells, textsOf } from './cells.ts';
import { fileOf, moved } from './counts.ts';
import { makeNextVersion } from './nextVersion.ts';
import { formOfLines, type Piece, piecesOf } from './pieces.ts';
import { typeFaults, valueSql } from './values.ts';

interface Wanted {
  readonly dataset: string;
  readonly version: number;
  readonly row: number;
}

/** A quarantined row as it would be read by itself; see `datasets.repairForm` of the contract. */
export async function repairForm(workspace: Workspace, wanted: Wanted): Promise<RepairForm> {
  const { dataset, row, pieces, delimiter } = await look(workspace, wanted);
  const cells = proposedCells(dataset, pieces, fileOf(dataset, row));
  return {
    pieces: pieces.map(({ text, shown }) => ({ text: shown, masked: shown !== text })),
    delimiter,
    cells,
    faults: (await check(workspace, dataset, cells, pieces, delimiter)).faults,
  };
}

/** Takes a quarantined row into the dataset; see `datasets.repair` of the contract. */
export async function repairRow(
  workspace: Workspace,
  wanted: Wanted & { readonly cells: readonly RepairCell[] },
  context: IntakeContext,
  forget: Forget,
): Promise<{ kind: 'repaired'; dataset: Dataset } | { kind: 'refused'; faults: CellFault[] }> {
  const { dataset, row, pieces, delimiter } = await look(workspace, wanted);
  const { texts, faults } = await check(workspace, dataset, wanted.cells, pieces, delimiter);
  if (faults.length > 0) return { kind: 'refused', faults };
  const done = dataset.repaired ?? [];
  const file = fileOf(dataset, row);
  const repair = {
    ...{ id: (done.at(-1)?.id ?? 0) + 1, line: row.line, at: new Date().toISOString() },
    ...(file === undefined ? {} : { file }),
  };
  const values = dataset.fields.map((field, i) => valueSql(dataset, field, texts[i] ?? null));
  const kept = sql`SELECT * FROM ${repairTableOf(dataset)} UNION ALL`;
  const tables = {
    rows: sql`SELECT * FROM ${tableOf(dataset)} UNION ALL SELECT ${join(values, ', ')}`,
    quarantine: sql`SELECT * FROM ${quarantineTableOf(dataset)} WHERE rowid <> ${row.row} ORDER BY rowid`,
    repairs: sql`${done.length > 0 ? kept : sql``} SELECT CAST(${repair.id} AS BIGINT) AS id, line, column_name, reason,
      detail, text, ${textList(texts)} AS cells FROM ${quarantineTableOf(dataset)} WHERE rowid = ${row.row}`,
  };
  const made = await makeNextVersion(
    workspace,
    dataset,
    tables,
    (fields) => ({
      ...dataset,
      ...moved(dataset, 1, file),
      ...{ follows: { how: 'repaired', version: dataset.version }, fields, repaired: [...done, repair] },
    }),
    { line: row.line, ...(file === undefined ? {} : { file }), written: writtenFields(wanted.cells) },
    context,
    forget,
  );
  return { kind: 'repaired', dataset: made };
}

const writtenFields = (cells: readonly RepairCell[]) =>
  cells.flatMap((cell) => (cell.kind === 'written' && cell.text !== '' ? [cell.field] : [])).join(', ');

async function look(workspace: Workspace, wanted: Wanted) {
  const dataset = workspace.catalogue.datasets.byId(wanted.dataset);
  const row = dataset.version === wanted.version ? await quarantinedRow(workspace, dataset, wanted.row) : null;
  if (row === null) throw new AppError('conflict', 'quarantineChanged');
  return { dataset, row, pieces: piecesOf(dataset, row), delimiter: formOfLines(dataset)?.delimiter ?? '' };
}

async function check(
  { warehouse }: Workspace,
  dataset: Dataset,
  cells: readonly RepairCell[],
  pieces: readonly Piece[],
  delimiter: string,
) {
  const { texts, faults } = textsOf(dataset, cells, pieces, delimiter);
  const known = new Set(faults.map(({ field }) => field));
  const typed = await typeFaults(warehouse, dataset, texts);
  return { texts, faults: [...faults, ...typed.filter(({ field }) => !known.has(field))] };
}

function textList(texts: readonly (string | null)[]): Sql {
  const all = texts.map((text) => sql`CAST(${text} AS VARCHAR)`);
  return sql`[${join(all, ', ')}]`;
}
