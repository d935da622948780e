import { useQuery } from '@tanstack/react-query';
import type { Dataset } from '#shared/intake/index.ts';
import { engine } from '../../app/ports/clients.ts';
import { keys } from '../../app/query/keys.ts';

/** The versions of a dataset, asked for again when its data change. */
export function useVersions({ id, version }: Dataset) {
  return useQuery({
    queryKey: [...keys.datasets, 'versions', id, version],
    queryFn: ({ signal }) => engine.call('versions.list', { dataset: id }, { signal }),
  });
}
