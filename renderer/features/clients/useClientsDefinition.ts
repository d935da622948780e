import { useDefinitions } from '../../app/definitions/useDefinitions.ts';

/** The client model of the workspace, of which there is one at most. */
export function useClientsDefinition() {
  const { definitions, ...rest } = useDefinitions('clients');
  return { definition: definitions?.[0], known: definitions !== undefined, ...rest };
}
