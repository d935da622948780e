import type { Accounting, ReadOptions, Remark } from '#shared/intake/index.ts';
import type { Sql, Warehouse } from '../warehouse/index.ts';
import type { IntakeContext } from './context.ts';
import type { Digested } from './delimited/lookThrough.ts';
import type { Recognised } from './recognise.ts';
import type { SeenColumn } from './secrets.ts';

/** The tables that a load makes. */
export interface LoadTarget {
  readonly id: string;
  readonly rows: Sql;
  readonly quarantine: Sql;
}

/** A row that is no row of the table. A cell of a column that was left out has no field, one outside of all neither. */
export interface TotalRow {
  /** Its line, or its row in a sheet. */
  readonly line: number;
  readonly cells: readonly { readonly field: string | null; readonly text: string }[];
}

/** What a loader knows when the rows are in their table. */
export interface LoadedParts {
  readonly rows: number;
  readonly quarantined: number;
  /** Where every record of the file went, where the format has records. */
  readonly accounting?: Accounting;
  /** The options that read the file the same way again, besides its format and encoding. */
  readonly options: ReadOptions;
  /** SHA-256 of the staged copy, from loaders that read all its bytes anyway. */
  readonly sha256?: string;
  readonly remarks?: readonly Remark[];
  /** Totals and footers that were taken out. */
  readonly totalRows?: readonly TotalRow[];
  /** How dates and numbers are written, by field: see `forms` of a dataset. */
  readonly forms?: Readonly<Record<string, string>>;
}

/** What the loader of a format is given. It makes both tables of `target` in one transaction. */
export interface Loading {
  readonly warehouse: Warehouse;
  /** The user's file, for sentences. */
  readonly file: string;
  /** Where it lies: a database has its log beside it. */
  readonly source: string;
  /** Its staged copy: UTF-8 where it is a text. */
  readonly path: string;
  /** What the bytes of the copy say, where it is a text that was copied as it is: see `Staged`. */
  readonly digest: Promise<Digested> | null;
  readonly recognised: Recognised;
  readonly options: ReadOptions;
  /** The options to go by once the columns are known: secrets are left out. To be asked before a row is written down. */
  readonly settle: (columns: readonly SeenColumn[]) => ReadOptions;
  readonly target: LoadTarget;
  readonly context: IntakeContext;
}
