import { AppError } from '#shared/errors/index.ts';
import type { CellFault, Dataset, RepairCell, RepairForm } from '#shared/intake/index.ts';
import { type Forget, fileOf, lineFormAt, quarantinedRow } from '../../datasets/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import type { IntakeContext } from '../context.ts';
import { proposedCells, textsOf } from './cells.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { takeIn } from './takeIn.ts';
import { typeFaults } from './values.ts';

interface Wanted {
  readonly dataset: string;
  readonly version: number;
  readonly row: number;
}

/** A quarantined row as it would be read by itself; see `datasets.repairForm` of the contract. */
export async function repairForm(workspace: Workspace, wanted: Wanted): Promise<RepairForm> {
  const { dataset, row, pieces, delimiter } = await look(workspace, wanted);
  const cells = proposedCells(dataset, row, pieces);
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
  const file = fileOf(dataset, row);
  const facts = { line: row.line, ...(file === undefined ? {} : { file }), written: writtenFields(wanted.cells) };
  return { kind: 'repaired', dataset: await takeIn(workspace, dataset, [{ row, texts }], facts, context, forget) };
}

const writtenFields = (cells: readonly RepairCell[]) =>
  cells.flatMap((cell) => (cell.kind === 'written' && cell.text !== '' ? [cell.field] : [])).join(', ');

async function look(workspace: Workspace, wanted: Wanted) {
  const dataset = workspace.catalogue.datasets.byId(wanted.dataset);
  const row = dataset.version === wanted.version ? await quarantinedRow(workspace, dataset, wanted.row) : null;
  if (row === null) throw new AppError('conflict', 'quarantineChanged');
  return { dataset, row, pieces: piecesOf(dataset, row), delimiter: lineFormAt(dataset, row)?.delimiter ?? '' };
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
  const [typed = []] = await typeFaults(warehouse, dataset, [texts]);
  return { texts, faults: [...faults, ...typed.filter(({ field }) => !known.has(field))] };
}
