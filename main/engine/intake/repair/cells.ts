import type { CellFault, Dataset, Field, QuarantinedRow, RepairCell } from '#shared/intake/index.ts';
import { isMasked, type Sensitivity } from '#shared/privacy/sensitivity.ts';
import { maskText } from '#shared/privacy/text.ts';
import { fileOf, lineFormAt } from '../../datasets/index.ts';
import { sourceColumn } from '../together/inspect.ts';
import type { Piece } from './pieces.ts';

/** The text of each field of a row, null where it has none, and which of the cells cannot be taken. */
export interface RowTexts {
  readonly texts: readonly (string | null)[];
  readonly faults: readonly CellFault[];
}

/** What a line has for each field, one after the other. Fields that it has nothing for are to be written. */
export function proposedCells(dataset: Dataset, row: QuarantinedRow, pieces: readonly Piece[]): RepairCell[] {
  const columns = lineFormAt(dataset, row)?.columns ?? [];
  const file = fileOf(dataset, row);
  return dataset.fields.map(({ name }, i) => {
    const at = columns.indexOf(name);
    if (file !== undefined && name.startsWith(sourceColumn) && i === dataset.fields.length - 1)
      return { kind: 'written', field: name, text: file };
    if (pieces[at] === undefined) return { kind: 'written', field: name, text: '' };
    return { kind: 'kept', field: name, pieces: [at] };
  });
}

/** The texts that cells stand for. What is masked in the line is shown by no field but its own. */
export function textsOf(
  { fields }: Dataset,
  cells: readonly RepairCell[],
  pieces: readonly Piece[],
  delimiter: string,
): RowTexts {
  const byField = new Map(cells.map((cell) => [cell.field, cell]));
  const faults: CellFault[] = [];
  const texts = fields.map((field) => {
    const cell = byField.get(field.name);
    const fault = (what: CellFault['fault']) => faults.push({ field: field.name, fault: what, type: field.type });
    if (cell === undefined) return null;
    const kept = cell.kind === 'kept' ? cell.pieces.flatMap((at) => pieces[at] ?? []) : [];
    if (!kept.every((piece) => mayKeep(piece, field, fields))) fault('hidden');
    const text = cell.kind === 'written' ? cell.text : kept.map((piece) => piece.text).join(delimiter);
    if (text.includes('\ufffd')) fault('damaged');
    return text === '' ? null : text;
  });
  return { texts, faults };
}

/** Classes of which a plain code is surely none. */
const wordy: readonly Sensitivity[] = ['name', 'address'];
const plainCode = /^(?=.*\d)[\w./:+-]+$/;

/**
 * Whether a field may take a piece of the line over without showing what the line hides. In a line with too many cells or
 * too few the analyst says whose it is; that is believed where it may be so, and of codes that look like nobody's.
 */
function mayKeep({ text, shown, possible }: Piece, field: Field, fields: readonly Field[]): boolean {
  if (isMasked(field.sensitivity) || shown === text) return true;
  if (!possible.includes(field.name)) return false;
  const others = possible.filter((name) => name !== field.name);
  const classes = others.map((name) => fields.find((each) => each.name === name)?.sensitivity ?? 'secret');
  if (classes.length === 0) return true;
  const harmless = classes.every((each) => !isMasked(each) || wordy.includes(each));
  return harmless && plainCode.test(text) && maskText(text) === text;
}
