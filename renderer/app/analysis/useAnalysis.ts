import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type CallProgress,
  type EngineContract,
  type Params,
  progressSchema,
  type Result,
} from '#shared/contract/index.ts';
import { engine } from '../ports/clients.ts';
import { keys } from '../query/keys.ts';
import { useSettled } from './useSettled.ts';

/** The calls that compute a result from a definition. */
export type AnalysisName = Extract<
  keyof EngineContract,
  | 'features.preview'
  | 'recipes.preview'
  | 'recipes.clusters'
  | `segments.${string}`
  | `portraits.${string}`
  | `funnels.${string}`
  | `roi.${string}`
  | 'matching.compute'
  | `reports.${string}`
>;

/** A result as a screen shows it. While the definition is ahead of the answer there is no `data`: an old figure is never shown. */
export interface Analysis<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  /** How far a computation is that takes long; null before it says so. */
  readonly progress: CallProgress | null;
  readonly retry: () => void;
}

/**
 * Computes a definition, saved or not, and keeps the answer as long as neither it nor its `basis` changes. A change
 * cancels the computation before. `wanted` null: nothing can be computed yet.
 */
export function useAnalysis<N extends AnalysisName>(
  name: N,
  wanted: Params<EngineContract, N> | null,
  basis: string,
): Analysis<Result<EngineContract, N>> {
  const asked = JSON.stringify(wanted);
  const settled = useSettled(asked);
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const query = useQuery({
    queryKey: [...keys.results, name, settled, basis],
    enabled: settled !== 'null',
    queryFn: async ({ signal }) => {
      setProgress(null);
      // What was written as these parameters is read back as them.
      const params = JSON.parse(settled) as Params<EngineContract, N>;
      const onProgress = (value: unknown) => setProgress(progressSchema.parse(value));
      return engine.call(name, params, { signal, onProgress });
    },
  });
  const current = asked === settled && !query.isFetching;
  return {
    data: current ? query.data : undefined,
    error: current && query.isError ? query.error : null,
    progress: query.isFetching ? progress : null,
    retry: () => void query.refetch(),
  };
}
