import type { Cluster, StepOf } from '#shared/recipes/index.ts';

/** Values that become one. */
export interface Merge {
  readonly from: readonly string[];
  readonly to: string;
}

/**
 * A step that maps values, with more of them. A value that it mapped before goes where it is merged to now, what others become
 * stays itself, and what was to become a value that is merged becomes what that becomes: else two spellings would change places.
 */
export function mergeInto<S extends StepOf<'map'>>(step: S, field: string, merges: readonly Merge[]): S {
  const moved = new Set(merges.flatMap(({ from, to }) => [...from, to]));
  const targets = new Map(merges.flatMap(({ from, to }) => from.map((value) => [value, to] as const)));
  const kept = step.field === field ? step.values : [];
  const others = kept
    .map(({ from, to }) => ({
      from: from.filter((value) => !moved.has(value)),
      to: to === null ? null : (targets.get(to) ?? to),
    }))
    .filter(({ from }) => from.length > 0);
  return { ...step, field, values: [...others, ...merges.map(({ from, to }) => ({ from: [...from], to }))] };
}

/** What clusters come to where all of them are merged as they were found. */
export function mergesOf(clusters: readonly Cluster[]): { from: string[]; to: string }[] {
  return clusters.map(({ suggested, values }) => ({
    to: suggested,
    from: values.map(({ value }) => value).filter((value) => value !== suggested),
  }));
}
