/** What cells are, whatever the workbook was written by. */
export type CellKind = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'timestamp' | 'time';

/** A cell with its meaning; empty cells and errors (#N/A) have none. */
export interface Cell {
  /** From 0. */
  readonly column: number;
  readonly kind: CellKind;
  readonly text: string;
}

/** A row that holds a value or an error. Formulas give the result that was saved with them. */
export interface SheetRow {
  /** Its number in the sheet, from 1. */
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: readonly Cell[];
  /** The columns of cells that hold an error (#N/A, #DIV/0!) instead of a value. */
  readonly errors: readonly number[];
  /** Those of formulas that were saved without a result. */
  readonly uncalculated: readonly number[];
}

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
}

/** A rectangle of cells, its ends included. Columns count from 0, rows from 1. */
export interface Block {
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** What a sheet says beside its rows: filled while they are read. */
export interface SheetFacts {
  readonly hiddenColumns: Set<number>;
  readonly merges: Block[];
}

/** A workbook, open for reading. */
export interface Book<S extends SheetInfo = SheetInfo> {
  readonly sheets: readonly S[];
  /** False where a look has to do with the first rows, because reading all would take too long. */
  isSmall(sheet: S): boolean;
  /** The rows of a sheet in chunks, as the file yields them: all, or `count` of those from a row on. */
  rows(
    sheet: S,
    facts: SheetFacts,
    first?: { readonly from: number; readonly count: number },
  ): AsyncGenerator<readonly SheetRow[]>;
}

export const noFacts = (): SheetFacts => ({ hiddenColumns: new Set(), merges: [] });
