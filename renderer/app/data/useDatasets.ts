import { useQuery } from '@tanstack/react-query';
import { engine } from '../ports/clients.ts';
import { keys } from '../query/keys.ts';

/** All loaded datasets, newest last. `enabled` false: no workspace is open to ask. */
export function useDatasets(enabled = true) {
  return useQuery({
    queryKey: keys.datasets,
    queryFn: ({ signal }) => engine.call('datasets.list', {}, { signal }),
    enabled,
  });
}
