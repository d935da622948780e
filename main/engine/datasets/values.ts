import type { FieldValues } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { isIdentity } from '#shared/privacy/sensitivity.ts';
import { identifier, type QueryOptions, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { fieldOf } from './fields.ts';
import { tableOf } from './tables.ts';

interface ValuesWanted {
  readonly dataset: string;
  readonly field: string;
  readonly search: string | null;
  readonly limit: number;
}

/** The most frequent values of a field; see `datasets.values` of the contract. */
export async function readValues(
  workspace: Workspace,
  wanted: ValuesWanted,
  options: QueryOptions = {},
): Promise<FieldValues> {
  const dataset = workspace.catalogue.datasets.byId(wanted.dataset);
  const field = fieldOf(dataset, wanted.field);
  if (hidesValues(field)) {
    throw new AppError('permission', 'valuesWithheld', { table: dataset.name, field: field.name });
  }
  const found = await workspace.warehouse.rows(valuesSql(dataset, field, wanted), options);
  return {
    values: found.slice(0, wanted.limit).map(({ value, n }) => ({ value: String(value), rows: Number(n) })),
    more: found.length > wanted.limit,
  };
}

/** Whether values of a field may not be listed. A birth date is masked to its year, so a list of them would tell more. */
function hidesValues(field: Field): boolean {
  return isIdentity(field.sensitivity) || field.sensitivity === 'birthDate';
}

/**
 * Values with their rows, most rows first, ties by value; one more than the limit, to tell whether there are more. Empty
 * cells are no value. Pure.
 */
function valuesSql(dataset: Dataset, field: Field, wanted: Pick<ValuesWanted, 'search' | 'limit'>): Sql {
  const column = identifier('t', field.name);
  // What has no order of its own is grouped and ordered as text.
  const value = field.type === 'other' ? sql`CAST(${column} AS VARCHAR)` : column;
  const matches =
    wanted.search === null ? sql`` : sql` AND contains(lower(CAST(${column} AS VARCHAR)), lower(${wanted.search}))`;
  return sql`SELECT CAST(v AS VARCHAR) AS value, n FROM (SELECT ${value} AS v, count(*) AS n FROM ${tableOf(dataset)} t WHERE ${column} IS NOT NULL${matches} GROUP BY ALL ORDER BY n DESC, v LIMIT ${wanted.limit + 1}) ORDER BY n DESC, v`;
}
