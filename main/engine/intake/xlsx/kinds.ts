import type { ReadableType } from '#shared/intake/index.ts';
import type { Cell, CellKind } from './cells.ts';
import { typeOfKinds } from './layout.ts';

/** Collects the kinds of cells column by column. */
export interface Kinds {
  add(cells: readonly Cell[], firstColumn: number): void;
  types(): ReadableType[];
}

export function createKinds(width: number): Kinds {
  const columns = Array.from({ length: width }, () => ({ kinds: new Set<CellKind>(), longest: 0 }));
  return {
    add(cells, firstColumn) {
      for (const { column, kind, text } of cells) {
        const known = columns[column - firstColumn];
        if (!known) continue;
        known.kinds.add(kind);
        if (kind === 'integer') known.longest = Math.max(known.longest, text.length - (text.startsWith('-') ? 1 : 0));
      }
    },
    types: () => columns.map(({ kinds, longest }) => typeOfKinds(kinds, longest)),
  };
}
