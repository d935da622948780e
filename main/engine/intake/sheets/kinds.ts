import type { ReadableType } from '#shared/intake/index.ts';
import { isNullWord } from '../delimited/nullWords.ts';
import type { Cell, CellKind } from './book.ts';

/** Collects the kinds of cells column by column. */
export interface Kinds {
  add(cells: readonly Cell[], firstColumn: number): void;
  types(): ReadableType[];
  /** Columns of numbers, dates and the like in which words stand for nothing (N/A, 无). */
  worded(): boolean[];
  /** True where a column held nothing. */
  hasNone(column: number): boolean;
}

export function createKinds(width: number): Kinds {
  const columns = Array.from({ length: width }, () => ({ kinds: new Set<CellKind>(), longest: 0, words: false }));
  return {
    add(cells, firstColumn) {
      for (const { column, kind, text } of cells) {
        const known = columns[column - firstColumn];
        if (!known) continue;
        if (kind === 'text' && (text === '' || isNullWord(text))) {
          known.words ||= text !== '';
          continue;
        }
        known.kinds.add(kind);
        if (kind === 'integer') known.longest = Math.max(known.longest, text.length - (text.startsWith('-') ? 1 : 0));
      }
    },
    hasNone: (column) => columns[column]?.kinds.size === 0 && !columns[column].words,
    types: () => columns.map(({ kinds, longest }) => typeOfKinds(kinds, longest)),
    worded: () => columns.map(({ kinds, longest, words }) => words && typeOfKinds(kinds, longest) !== 'text'),
  };
}

/** Digits that a double holds: longer whole numbers are identifiers that Excel has already rounded. */
const exactDigits = 15;

/** The type of a column by the kinds of all its cells. Texts stay texts, whatever they look like. */
function typeOfKinds(kinds: ReadonlySet<CellKind>, longest: number): ReadableType {
  const only = (...allowed: CellKind[]) => [...kinds].every((kind) => allowed.includes(kind));
  if (kinds.size === 0) return 'text';
  if (only('integer')) return longest > exactDigits ? 'text' : 'integer';
  if (only('integer', 'number')) return 'number';
  if (only('date')) return 'date';
  if (only('date', 'timestamp')) return 'timestamp';
  if (only('time')) return 'time';
  return only('boolean') ? 'boolean' : 'text';
}
