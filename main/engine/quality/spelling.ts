import type { Dataset } from '#shared/intake/index.ts';
import { isMasked } from '#shared/privacy/sensitivity.ts';
import { type Counted, type FieldQuality, spellingGroups } from '#shared/quality/index.ts';
import { type QueryOptions, raw, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { valuesSql } from './measures.ts';
import type { Aspect } from './problems.ts';

/** Values up to which a field is looked at value by value. */
export const fewValues = 5000;
const groupsShown = 5;
const spellingsShown = 4;

export interface Spelling {
  readonly said: NonNullable<FieldQuality['spelling']>;
  /** Spellings that are not the most frequent of their group. */
  readonly others: readonly string[];
}

/** Spellings of a text field with few values; null where there are more than those after all. */
export async function spellingOf(
  { warehouse }: Workspace,
  dataset: Dataset,
  aspect: Aspect,
  options: QueryOptions,
): Promise<Spelling | null> {
  const rows = await warehouse.rows(
    sql`SELECT v, n FROM ${valuesSql(dataset, aspect)} WHERE v IS NOT NULL LIMIT ${raw(String(2 * fewValues))}`,
    options,
  );
  if (rows.length === 2 * fewValues) return null;
  const values = rows.map(({ v, n }): Counted => ({ value: String(v), rows: Number(n) }));
  const groups = spellingGroups(values);
  const shown = isMasked(aspect.field.sensitivity) ? [] : groups.slice(0, groupsShown);
  return {
    said: {
      groups: groups.length,
      others: groups.reduce((sum, { others }) => sum + others, 0),
      first: shown.map(({ spellings }) => spellings.slice(0, spellingsShown).map(({ value }) => value)),
    },
    others: groups.flatMap(({ spellings }) => spellings.slice(1).map(({ value }) => value)),
  };
}
