import { type FieldQuality, filledOf, othersOf, type Parts, scoreOf, standsApart } from '#shared/quality/index.ts';
import type { Measures } from './measures.ts';
import { type Aspect, formsOf, isNumeric } from './problems.ts';

/** All that was found out about a field. */
export interface Found {
  readonly aspect: Aspect;
  readonly measures: Measures;
  readonly codes: readonly { code: string; rows: number }[];
  readonly spelling: FieldQuality['spelling'];
  readonly distinct: FieldQuality['distinct'];
  /** Distinct values of a field that is taken for a key. */
  readonly key: number | null;
  readonly top: FieldQuality['top'];
  readonly skew: number | null;
}

/** A field with its parts and score. Pure. */
export function fieldQuality(found: Found, rows: number): FieldQuality {
  const { aspect, measures, key } = found;
  const { field, test } = aspect;
  const filled = filledOf(measures, rows);
  const codes = found.codes.filter(
    ({ code, rows: many }) => !isNumeric(aspect) || standsApart(Number(code), many, measures.low, measures.high),
  );
  const forms = aspect.forms && formCounts(aspect.forms, measures, filled);
  const duplicates = key === null ? null : filled - key;
  const quality = {
    ...{ field: field.name, type: field.type, sensitivity: field.sensitivity },
    ...{ nulls: measures.nulls, blank: measures.blank, distinct: found.distinct, test, invalid: measures.invalid },
    ...{ codes, spaces: measures.spaces, width: measures.width, spelling: found.spelling, forms, duplicates },
    ...{ top: found.top, newest: measures.newest, skew: found.skew },
  };
  const parts = partsOf(quality, rows, filled);
  return { ...quality, parts, score: scoreOf(parts) };
}

function partsOf(quality: Omit<FieldQuality, 'parts' | 'score'>, rows: number, filled: number): Parts {
  const share = (wrong: number) => Math.max(0, 1 - wrong / filled);
  const coded = quality.codes.reduce((sum, { rows: many }) => sum + many, 0);
  const tested = quality.test?.applied === true || coded > 0;
  const unlike =
    quality.spaces + quality.width + (quality.spelling?.others ?? 0) + (quality.forms ? othersOf(quality.forms) : 0);
  return {
    completeness: rows === 0 ? null : filled / rows,
    validity: tested && filled > 0 ? share(quality.invalid + coded) : null,
    uniqueness: quality.duplicates !== null && filled > 0 ? share(quality.duplicates) : null,
    consistency: quality.type === 'text' && filled > 0 ? share(unlike) : null,
    timeliness: null,
  };
}

function formCounts(
  kind: NonNullable<Aspect['forms']>,
  { forms }: Measures,
  filled: number,
): NonNullable<FieldQuality['forms']> {
  const counts = formsOf[kind].map(({ form }, place) => ({ form, rows: forms[place] ?? 0 }));
  return { kind, counts, neither: Math.max(0, filled - counts.reduce((sum, each) => sum + each.rows, 0)) };
}
