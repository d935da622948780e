import type { Dataset } from '#shared/intake/index.ts';
import { isIdentity } from '#shared/privacy/sensitivity.ts';
import { type Correlated, type FieldQuality, limits, quantileSkew } from '#shared/quality/index.ts';
import { correlation, ranksOf } from '#shared/statistics/index.ts';
import type { QueryOptions } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { sampleNumbers } from './sample.ts';

/** Numeric fields that are compared with each other: 30 make 435 pairs. */
const fieldsCompared = 30;

/** What a sample of the numbers says. */
export interface Figures {
  readonly skews: ReadonlyMap<string, number | null>;
  /** The share of the most frequent number of each field. */
  readonly tops: ReadonlyMap<string, FieldQuality['top']>;
  readonly correlated: Correlated[];
  readonly compared: { fields: number; of: number };
}

export async function figuresOf(workspace: Workspace, dataset: Dataset, options: QueryOptions): Promise<Figures> {
  const numeric = dataset.fields.filter(
    ({ type, sensitivity }) =>
      (type === 'integer' || type === 'number' || type === 'decimal') && !isIdentity(sensitivity),
  );
  const sample = await sampleNumbers(workspace, dataset, numeric, options);
  const each = [...sample];
  const ranked = each.slice(0, fieldsCompared).map(([name, values]) => ({ name, ranks: ranksOf(values) }));
  return {
    skews: new Map(each.map(([name, values]) => [name, quantileSkew(values)])),
    tops: new Map(each.map(([name, values]) => [name, topOf(values)])),
    correlated: ranked.flatMap((a, i) => ranked.slice(i + 1).flatMap((b) => pair(a, b))),
    compared: { fields: ranked.length, of: numeric.length },
  };
}

interface Ranked {
  readonly name: string;
  readonly ranks: Float64Array;
}

function pair(a: Ranked, b: Ranked): Correlated[] {
  const rho = correlation(a.ranks, b.ranks);
  return rho !== null && Math.abs(rho) >= limits.correlation ? [{ fields: [a.name, b.name], rho }] : [];
}

function topOf(values: Float64Array): FieldQuality['top'] {
  const counts = new Map<number, number>();
  let known = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    known++;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const most = [...counts.values()].reduce((top, count) => Math.max(top, count), 0);
  return known === 0 ? null : { share: most / known, exact: false };
}
