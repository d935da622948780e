import type { Field, FieldType } from '#shared/intake/index.ts';
import type { Sql } from '../warehouse/index.ts';

/** A column at some point of a recipe. `origins`: the fields of the source that it was made from. */
export interface Column {
  readonly name: string;
  readonly type: FieldType;
  /** Its type in DuckDB. */
  readonly native: string;
  readonly origins: readonly Field[];
  /** Its values are made from parts of theirs, or were moved: what a mask of theirs would show could be anything. */
  readonly altered: boolean;
}

/** A column before DuckDB was asked for its type. */
export type NamedColumn = Pick<Column, 'name' | 'origins' | 'altered'>;

/** The rows at some point of a recipe: a table expression of a WITH, whose column `rowid` keeps the order of the file. */
export interface Stage {
  /** Every table expression up to this one. */
  readonly expressions: readonly Sql[];
  /** The name of the last. */
  readonly name: Sql;
  readonly columns: readonly Column[];
  /** `rowid` still is the number of a row of the file, and not of one made anew. */
  readonly ofFile: boolean;
  /** Rows come in the order of the file by themselves. */
  readonly inOrder: boolean;
}

/** A column as a step leaves it; `value` is over the rows before it, which have the alias s. */
export interface MadeColumn {
  readonly name: string;
  readonly value: Sql;
  /** The column in whose place it is; null for a new one. */
  readonly was: string | null;
  readonly origins: readonly Field[];
  readonly altered: boolean;
  /** The step is about it: its changes are counted. */
  readonly touched: boolean;
  /** A cell that had a value and now has none could not be read. */
  readonly reads?: boolean;
}

/** What a step does, before it becomes a table expression. `joins` follows the rows before it, alias s. */
export type Built =
  | {
      readonly shape: 'cells';
      readonly columns: readonly MadeColumn[];
      readonly joins?: Sql;
      /** Values that several of the columns' begin with, each with its name: worked out once, they are columns of s. */
      readonly prepared?: readonly Sql[];
      /** A value looks at other rows. */
      readonly windows?: boolean;
      /** Columns before it that the sample shows, beside those that it changes. */
      readonly about?: readonly string[];
    }
  | {
      readonly shape: 'rows';
      /** True for rows that stay; never null. */
      readonly keep: Sql;
      readonly joins?: Sql;
      readonly keepsOrder: boolean;
      readonly about: readonly string[];
    }
  | {
      readonly shape: 'table';
      /** Selects `rowid` and the columns. */
      readonly query: Sql;
      readonly columns: readonly NamedColumn[];
      readonly about: readonly string[];
    };
