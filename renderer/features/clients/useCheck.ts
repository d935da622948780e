import { useQuery } from '@tanstack/react-query';
import type { ClientsDefinition } from '#shared/clients/index.ts';
import { useDatasets } from '../../app/data/useDatasets.ts';
import { versionsOf } from '../../app/data/versions.ts';
import { engine } from '../../app/ports/clients.ts';
import { keys } from '../../app/query/keys.ts';

/** How well a client model fits the tables as they are now. */
export function useCheck(definition: ClientsDefinition | null) {
  const datasets = useDatasets();
  return useQuery({
    queryKey: [...keys.results, 'clients.check', definition, versionsOf(datasets.data)],
    queryFn: ({ signal }) => {
      if (!definition) throw new Error('no model to check');
      return engine.call('clients.check', definition, { signal });
    },
    enabled: definition !== null && datasets.isSuccess,
  });
}
