import { useMemo } from 'react';
import { linkedClients } from '#shared/clients/index.ts';
import { useDatasets } from '../../app/data/useDatasets.ts';
import { useClientsDefinition } from './useClientsDefinition.ts';

/** The client model with the features that hang on it: what analyses go by. The editor of the model shows what was saved. */
export function useLinkedClients() {
  const { definition, ...rest } = useClientsDefinition();
  const { data } = useDatasets();
  const linked = useMemo(
    () => definition && { ...definition, body: linkedClients(definition.body, data ?? []) },
    [definition, data],
  );
  return { definition: linked, ...rest };
}
