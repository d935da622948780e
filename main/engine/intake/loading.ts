import type { ReadOptions } from '#shared/intake/index.ts';
import type { Session, Sql, Warehouse } from '../warehouse/index.ts';
import type { IntakeContext } from './context.ts';
import type { Recognised } from './recognise.ts';

/** The tables that a load makes. */
export interface LoadTarget {
  readonly id: string;
  readonly rows: Sql;
  readonly quarantine: Sql;
}

/** What a loader knows when the rows are in their table. */
export interface LoadedParts {
  readonly rows: number;
  readonly quarantined: number;
  /** The options that read the file the same way again, besides its format and encoding. */
  readonly options: ReadOptions;
}

/** What the loader of a format is given. It makes both tables of `target` in one transaction and ends it with `finish`. */
export interface Loading<T> {
  readonly warehouse: Warehouse;
  /** The user's file, for sentences. */
  readonly file: string;
  /** Its staged copy: UTF-8 where it is a text. */
  readonly path: string;
  readonly recognised: Recognised;
  readonly options: ReadOptions;
  readonly target: LoadTarget;
  readonly context: IntakeContext;
  readonly finish: (session: Session, parts: LoadedParts) => Promise<T>;
}
