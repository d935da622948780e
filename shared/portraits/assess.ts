import type { FieldType } from '../intake/index.ts';
import type { FieldRef } from '../segments/index.ts';
import { adjustByBenjaminiHochberg, compareShares, wilson } from '../statistics/index.ts';
import { share, strength, tgi } from './measures.ts';
import type { AssessedTrait, Dimension, Distribution, forms } from './result.ts';
import type { Trait } from './trait.ts';

/** Clients of the group, of its baseline, and outside the group. */
export interface Three {
  readonly group: number;
  readonly baseline: number;
  readonly rest: number;
}

export interface CountedTrait {
  readonly trait: Trait;
  readonly counts: Three;
}

/** A field with its traits counted, before they are compared. */
export interface CountedDimension {
  readonly field: FieldRef;
  readonly type: FieldType;
  readonly form: (typeof forms)[number];
  readonly known: Three;
  readonly numbers: Distribution | null;
  readonly traits: readonly CountedTrait[];
}

/**
 * Compares each trait of the group with the baseline, tests it against the rest, and puts what sets the group apart most first.
 * Ties keep the order given. "Others" stand for no trait that has a name: they are drawn, and neither ranked nor tested.
 */
export function assess(dimensions: readonly CountedDimension[], sizes: Three): Dimension[] {
  const compared = dimensions.map((dimension) => ({
    ...dimension,
    traits: dimension.traits.map((trait) => compareTrait(trait, sizes)),
  }));
  const adjusted = adjustByBenjaminiHochberg(compared.flatMap(({ traits }) => traits.map(({ p }) => p)));
  return compared
    .map((dimension) => ({
      ...dimension,
      traits: dimension.traits.map((trait) => ({ ...trait, adjusted: adjusted.shift() ?? null })),
      strength: Math.max(0, ...dimension.traits.map((trait) => trait.strength)),
    }))
    .sort((a, b) => b.strength - a.strength);
}

function compareTrait({ trait, counts }: CountedTrait, sizes: Three): AssessedTrait {
  const named = trait.kind !== 'others';
  const [k, n, K, N] = [counts.group, sizes.group, counts.baseline, sizes.baseline];
  return {
    trait,
    counts: { ...counts },
    shares: { group: share(k, n), baseline: share(K, N), rest: share(counts.rest, sizes.rest) },
    intervals: { group: n === 0 ? null : wilson(k, n), baseline: N === 0 ? null : wilson(K, N) },
    tgi: tgi(k, n, K, N),
    // Without a baseline there is nothing to be set apart from.
    strength: named && N > 0 ? strength(k, n, K, N) : 0,
    p: named ? (compareShares(k, n, counts.rest, sizes.rest)?.p ?? null) : null,
    adjusted: null,
  };
}
