import type { CallProgress } from '#shared/contract/index.ts';
import type { Dataset, DerivedKind, Field } from '#shared/intake/index.ts';
import type { Sql } from '../warehouse/index.ts';

/** What is to become a dataset, and what it is made from. */
export interface Derivation {
  readonly kind: DerivedKind;
  /** As saved: the dataset says by which version it was made. */
  readonly definition: { readonly id?: string; readonly name: string; readonly version: number };
  /** Which of several datasets of one definition; absent for the one that it is there for. */
  readonly part?: string;
  /** The name of the dataset. */
  readonly output: string;
  /** At least one. The first lends its file, hash and format. */
  readonly sources: readonly Dataset[];
  /** The rows, in the order in which they are to stay, with the columns named as the fields will be. */
  readonly query: Sql;
  /** By column: the fields that it was made from. One without any gets the class that its name and values suggest. */
  readonly origins: ReadonlyMap<string, readonly Pick<Field, 'sensitivity'>[]>;
  /** Columns whose values are no longer whole ones of their origins: the mask of none of those fits. */
  readonly altered?: ReadonlySet<string>;
}

export interface DeriveContext {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: CallProgress) => void) | undefined;
}
