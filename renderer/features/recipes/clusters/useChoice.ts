import { useMemo, useState } from 'react';
import type { Cluster } from '#shared/recipes/index.ts';
import type { Merge } from './mergeInto.ts';

/** Which clusters are merged, and into what. */
export interface Choice {
  isChosen(cluster: Cluster): boolean;
  choose(cluster: Cluster, chosen: boolean): void;
  chooseAll(chosen: boolean): void;
  targetOf(cluster: Cluster): string;
  setTarget(cluster: Cluster, target: string): void;
  /** What the chosen ones come to; those whose target is blank are left out. */
  readonly merges: readonly Merge[];
  /** Rows whose value becomes another. */
  readonly rows: number;
}

/** A choice among clusters. It starts anew where others are found. */
export function useChoice(clusters: readonly Cluster[] | undefined): Choice {
  const [made, setMade] = useState({ clusters, chosen: new Set<Cluster>(), targets: new Map<Cluster, string>() });
  const { chosen, targets } =
    made.clusters === clusters ? made : { chosen: new Set<Cluster>(), targets: new Map<Cluster, string>() };
  const targetOf = (cluster: Cluster) => targets.get(cluster) ?? cluster.suggested;
  const merged = useMemo(
    () =>
      (clusters ?? [])
        .filter((cluster) => chosen.has(cluster))
        .map((cluster) => {
          const to = targets.get(cluster) ?? cluster.suggested;
          return { to, values: cluster.values.filter(({ value }) => value !== to) };
        })
        .filter(({ to, values }) => to.trim() !== '' && values.length > 0),
    [clusters, chosen, targets],
  );
  return {
    isChosen: (cluster) => chosen.has(cluster),
    choose: (cluster, wanted) => {
      const next = new Set(chosen);
      if (wanted) next.add(cluster);
      else next.delete(cluster);
      setMade({ clusters, chosen: next, targets });
    },
    chooseAll: (wanted) => setMade({ clusters, chosen: new Set(wanted ? clusters : []), targets }),
    targetOf,
    setTarget: (cluster, target) =>
      setMade({ clusters, chosen: new Set(chosen).add(cluster), targets: new Map(targets).set(cluster, target) }),
    merges: merged.map(({ to, values }) => ({ to, from: values.map(({ value }) => value) })),
    rows: merged.reduce((sum, { values }) => values.reduce((all, { rows }) => all + rows, sum), 0),
  };
}
