import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CallProgress, progressSchema } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { engine } from '../../app/ports/clients.ts';
import { queryClient } from '../../app/query/client.ts';
import { keys } from '../../app/query/keys.ts';

/** The assessment of a dataset against a day; null: the day it was loaded. It can be given up, and asked for again. */
export function useQuality(dataset: Dataset, asOf: string | null) {
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const classes = dataset.fields.map(({ sensitivity }) => sensitivity).join();
  const queryKey = [...keys.results, 'quality.assess', dataset.id, dataset.version, asOf, classes];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => {
      setProgress(null);
      const onProgress = (value: unknown) => setProgress(progressSchema.parse(value));
      return engine.call('quality.assess', { dataset: dataset.id, asOf }, { signal, onProgress });
    },
  });
  return {
    data: query.data,
    error: query.error,
    /** Null while nothing is under way. */
    running: query.isFetching ? { progress } : null,
    again: () => void query.refetch(),
    cancel: () => void queryClient.cancelQueries({ queryKey }),
  };
}
