import type { CellFault, RepairCell, RepairForm } from '#shared/intake/index.ts';

type Cells = readonly RepairCell[];

/** What a cell shows of what it will hold. */
export function textOf(cell: RepairCell, { pieces, delimiter }: RepairForm): string {
  return cell.kind === 'written' ? cell.text : cell.pieces.map((at) => pieces[at]?.text ?? '').join(delimiter);
}

export const write = (cells: Cells, at: number, text: string): Cells =>
  cells.map((cell, i) => (i === at ? { kind: 'written', field: cell.field, text } : cell));

/** The last piece of the line that a field before has taken. */
function lastTaken(cells: Cells): number {
  return Math.max(-1, ...cells.flatMap((cell) => (cell.kind === 'kept' ? cell.pieces : [])));
}

/** What stands in the line behind all that the row takes of it; empty values aside. */
export function leftOver(cells: Cells, { pieces }: RepairForm): string[] {
  return pieces
    .slice(lastTaken(cells) + 1)
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '');
}

/**
 * Puts what follows to this cell, as where a name or an address holds the delimiter; all after it move up, and the line's
 * next piece comes in at the end. null where the cell, or the next one, is not out of the line.
 */
export function join(cells: Cells, at: number, pieces: number): Cells | null {
  const own = cells[at];
  if (own?.kind !== 'kept') return null;
  const after = (own.pieces.at(-1) ?? 0) + 1;
  const followed = cells.slice(at + 1).some((cell) => cell.kind === 'kept' && cell.pieces.includes(after));
  const spare = after > lastTaken(cells) && after < pieces;
  if (!followed && !spare) return null;
  return cells.map((cell, i): RepairCell => {
    if (i === at) return { ...own, pieces: [...own.pieces, after] };
    if (i < at || cell.kind !== 'kept') return cell;
    const next = cell.pieces.map((piece) => piece + 1);
    return next.every((piece) => piece < pieces)
      ? { ...cell, pieces: next }
      : { kind: 'written', field: cell.field, text: '' };
  });
}

/** Leaves this field empty and moves what the line has from here on down by one, as where a value is missing. */
export function shift(cells: Cells, at: number): Cells | null {
  if (cells[at]?.kind !== 'kept') return null;
  return cells.map((cell, i): RepairCell => {
    if (i < at) return cell;
    const before = i === at ? undefined : cells[i - 1];
    return before?.kind === 'kept'
      ? { kind: 'kept', field: cell.field, pieces: before.pieces }
      : { kind: 'written', field: cell.field, text: '' };
  });
}

/** The faults of cells that are as they were when they were judged: of what was written since, nothing is known. */
export const stillOf = (faults: readonly CellFault[], judged: Cells, now: Cells): readonly CellFault[] =>
  faults.filter(({ field }) => {
    const at = judged.findIndex((cell) => cell.field === field);
    return at >= 0 && judged[at] === now[at];
  });
