import { withDrawnSpaces } from '../format/index.ts';
import type { Assessment, FieldQuality, Problem } from './result.ts';

/** `fault`: values that are wrong; `look`: worth a look; `note`: good to know. */
export const severities = ['fault', 'look', 'note'] as const;
export type Severity = (typeof severities)[number];

export const findingKinds = [
  'empty',
  'incomplete',
  'invalid',
  'code',
  'duplicateKey',
  'duplicateRows',
  'spaces',
  'width',
  'spelling',
  'mixedForms',
  'textForms',
  'constant',
  'nearlyConstant',
  'highCardinality',
  'skewed',
  'correlated',
  'untested',
  'stale',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What was found, of which fields, in how many rows, and by which problem those rows can be listed. */
export interface QualityFinding {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly fields: readonly string[];
  readonly rows: number | null;
  /** Rows by share of all; rho, skew or days for the kinds that are about such. */
  readonly figure: number;
  /** Codes, forms or spellings; never of personal fields. */
  readonly detail: string;
  readonly problem: Problem | null;
}

export const limits = {
  incomplete: 0.05,
  nearlyConstant: 0.95,
  /** Values beyond which grouping by a text makes no sense, and their share of the filled ones. */
  manyValues: 1000,
  manyShare: 0.1,
  skew: 0.6,
  correlation: 0.95,
} as const;

/** What an assessment gives to say, the gravest first, each kind by rows. Pure. */
export function findingsOf(assessment: Assessment): QualityFinding[] {
  const { rows, duplicateRows, correlated, timeliness } = assessment;
  if (rows === 0) return [];
  const of = (kind: FindingKind, severity: Severity, more: Partial<QualityFinding>): QualityFinding => ({
    ...{ kind, severity, fields: [], rows: null, figure: 0, detail: '', problem: null },
    ...more,
  });
  const all = assessment.fields.flatMap((field) => findingsOfField(field, rows));
  if (duplicateRows > 0)
    all.push(of('duplicateRows', 'fault', { rows: duplicateRows, figure: duplicateRows / rows, problem: 'duplicate' }));
  for (const { fields, rho } of correlated) all.push(of('correlated', 'note', { fields, figure: rho }));
  if (timeliness && assessment.parts.timeliness !== null && assessment.parts.timeliness < 1)
    all.push(of('stale', 'look', { fields: [timeliness.field], figure: timeliness.days, detail: timeliness.newest }));
  return all.toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || (b.rows ?? 0) - (a.rows ?? 0),
  );
}

export function filledOf({ nulls, blank }: Pick<FieldQuality, 'nulls' | 'blank'>, rows: number): number {
  return rows - nulls - blank;
}

function findingsOfField(quality: FieldQuality, rows: number): QualityFinding[] {
  const found: QualityFinding[] = [];
  const filled = filledOf(quality, rows);
  const say = (kind: FindingKind, severity: Severity, more: Partial<QualityFinding> = {}) =>
    found.push({ kind, severity, fields: [quality.field], rows: null, figure: 0, detail: '', problem: null, ...more });
  const count = (kind: FindingKind, severity: Severity, many: number, problem: Problem, detail = '') => {
    if (many > 0) say(kind, severity, { rows: many, figure: many / rows, problem, detail });
  };
  if (filled === 0) {
    say('empty', 'look', { rows, figure: 1 });
    return found;
  }
  const { test, codes, spelling, forms, distinct, top, skew, duplicates } = quality;
  if ((rows - filled) / rows >= limits.incomplete) count('incomplete', 'look', rows - filled, 'empty');
  count('invalid', 'fault', quality.invalid, 'invalid');
  if (test && !test.applied) say('untested', 'look');
  const coded = codes.reduce((sum, each) => sum + each.rows, 0);
  count('code', 'look', coded, 'code', codes.map(({ code }) => code).join(', '));
  count('duplicateKey', 'fault', duplicates ?? 0, 'duplicate');
  count('spaces', 'look', quality.spaces, 'spaces');
  count('width', 'look', quality.width, 'width');
  if (spelling) {
    const groups = spelling.first.map((group) => group.map((each) => `“${withDrawnSpaces(each)}”`).join(' = '));
    count('spelling', 'look', spelling.others, 'spelling', groups.join('; '));
  }
  if (forms) sayForms(forms);
  const values = Math.max(distinct.count, 1);
  if (values === 1 && top?.share === 1) say('constant', 'note', { rows: filled, figure: 1 });
  else if (top && top.share >= limits.nearlyConstant)
    say('nearlyConstant', 'note', { rows: Math.round(top.share * filled), figure: top.share });
  if (isManyValued(quality, filled)) say('highCardinality', 'note', { figure: distinct.count });
  if (skew !== null && Math.abs(skew) >= limits.skew) say('skewed', 'note', { figure: skew });
  return found;

  function sayForms({ counts, neither }: NonNullable<FieldQuality['forms']>): void {
    const seen = counts.filter((each) => each.rows > 0);
    const detail = seen.map(({ form }) => form).join(', ');
    const others = othersOf({ counts, neither });
    if (others > 0) count('mixedForms', 'look', others, 'form', detail);
    else say('textForms', 'note', { detail });
  }
}

/** Rows that are not in the form that most are in. */
export function othersOf({ counts, neither }: Pick<NonNullable<FieldQuality['forms']>, 'counts' | 'neither'>): number {
  const all = counts.map((each) => each.rows);
  return all.reduce((sum, each) => sum + each, neither) - Math.max(0, ...all);
}

function isManyValued({ type, sensitivity, duplicates, distinct, forms }: FieldQuality, filled: number): boolean {
  if (type !== 'text' || sensitivity !== 'internal' || duplicates !== null || forms !== null) return false;
  return distinct.count > limits.manyValues && distinct.count > limits.manyShare * filled;
}
