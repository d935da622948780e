import { useQuery } from '@tanstack/react-query';
import { engine } from '../ports/clients.ts';
import { keys } from '../query/keys.ts';

/** All loaded datasets, newest last. */
export function useDatasets() {
  return useQuery({ queryKey: keys.datasets, queryFn: ({ signal }) => engine.call('datasets.list', {}, { signal }) });
}
