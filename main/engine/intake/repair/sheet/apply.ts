import { basename } from 'node:path';
import { AppError } from '#shared/errors/index.ts';
import type { CellFault, Dataset, PlacedRow } from '#shared/intake/index.ts';
import { type Forget, fileOf, quarantinedPage } from '../../../datasets/index.ts';
import type { Workspace } from '../../../workspace/index.ts';
import type { IntakeContext } from '../../context.ts';
import { sourceColumn } from '../../together/inspect.ts';
import { textsOf } from '../cells.ts';
import { type Mended, takeIn } from '../takeIn.ts';
import { typeFaults } from '../values.ts';
import { storedRepairs } from './done.ts';
import { checkOf, type SheetRow, textsAsTheyStand } from './form.ts';
import { readSheet } from './read.ts';

export interface SheetApplied {
  readonly dataset: Dataset;
  /** Rows of the sheet that became rows of the dataset. */
  readonly repaired: number;
}

/**
 * Takes the rows of a repair sheet into a dataset as its next version: all of them, or none. Rows that nobody changed or accepted stay in
 * the quarantine, and what the dataset has already is left as it is. Fails with `repairSheetUnfit` where a value is none of its
 * field's type, with `repairSheetElsewhere` where a row is none of this dataset's quarantine, and as `readSheet`.
 */
export async function repairFromSheet(
  workspace: Workspace,
  dataset: Dataset,
  path: string,
  context: IntakeContext,
  forget: Forget,
): Promise<SheetApplied> {
  const file = basename(path);
  const written = (await readSheet(workspace, dataset, path, context)).filter((row) => hasValue(dataset, row));
  const mended = await openRows(workspace, dataset, file, written);
  if (mended.length === 0) return { dataset, repaired: 0 };
  await refuseUnfit(workspace, dataset, file, mended);
  const facts = { sheet: file, rows: mended.length };
  return {
    dataset: await takeIn(workspace, dataset, mended, facts, context, forget),
    repaired: mended.length,
  };
}

/** The name of the file by itself is no value: the sheet has it filled in. */
function hasValue(dataset: Dataset, { texts }: SheetRow): boolean {
  const isSource = (i: number) =>
    dataset.parts !== undefined && i === texts.length - 1 && dataset.fields[i]?.name.startsWith(sourceColumn);
  return texts.some((text, i) => text !== null && !isSource(i));
}

/** The rows of the sheet that are still to be taken in, each with its quarantined row. */
async function openRows(
  workspace: Workspace,
  dataset: Dataset,
  file: string,
  written: readonly SheetRow[],
): Promise<Mended[]> {
  const open = new Map<string, PlacedRow[]>();
  for (const row of await quarantinedPage(workspace, dataset, { offset: 0, limit: dataset.quarantined })) {
    const key = keyOf(fileOf(dataset, row) ?? '', checkOf(row));
    open.set(key, [...(open.get(key) ?? []), row]);
  }
  const done = new Set((await storedRepairs(workspace, dataset)).map(({ check, file: own }) => keyOf(own, check)));
  return written.flatMap(({ line, file: own, check, texts, accepted }) => {
    const row = open.get(keyOf(own, check))?.shift();
    if (row !== undefined) return accepted || isChanged(dataset, row, texts) ? [{ row, texts }] : [];
    if (done.has(keyOf(own, check))) return [];
    throw new AppError('conflict', 'repairSheetElsewhere', { file, line: Number.isNaN(line) ? '—' : line });
  });
}

/** What nobody touched is not mended: a line with a cell too many would lose it. */
function isChanged(dataset: Dataset, row: PlacedRow, texts: readonly (string | null)[]): boolean {
  const before = textsAsTheyStand(dataset, row);
  return texts.some((text, i) => text !== (before[i] || null));
}

const keyOf = (file: string, check: string): string => `${check} ${file}`;

async function refuseUnfit(
  { warehouse }: Workspace,
  dataset: Dataset,
  file: string,
  mended: readonly Mended[],
): Promise<void> {
  const rows = mended.map(({ texts }) => texts);
  const typed = await typeFaults(warehouse, dataset, rows);
  const all = mended.flatMap(({ row, texts }, i) =>
    [...damaged(dataset, texts), ...(typed[i] ?? [])].map((fault) => ({ fault, line: row.line })),
  );
  const [first] = all;
  if (first === undefined) return;
  const { line, fault } = first;
  const said = { file, line, field: fault.field, type: fault.type, count: all.length };
  throw new AppError('validation', 'repairSheetUnfit', said);
}

const damaged = (dataset: Dataset, texts: readonly (string | null)[]): readonly CellFault[] =>
  textsOf(
    dataset,
    dataset.fields.map(({ name }, i) => ({ kind: 'written', field: name, text: texts[i] ?? '' })),
    [],
    '',
  ).faults;
