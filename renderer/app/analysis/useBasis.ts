import { useDatasets } from '../data/useDatasets.ts';
import { versionsOf } from '../data/versions.ts';
import { useDefinitions } from '../definitions/useDefinitions.ts';

/**
 * What any result is made from besides its own definition: the versions of the data, of the client model and of all that
 * a rule can name. Part of the key under which results are cached, so that none outlives what it came from. `except` is
 * the definition that is being edited, which the key holds already.
 */
export function useBasis(except?: string): string {
  const datasets = useDatasets();
  const clients = useDefinitions('clients').definitions ?? [];
  const segments = useDefinitions('segment').definitions ?? [];
  const funnels = useDefinitions('funnel').definitions ?? [];
  const named = [...clients, ...segments, ...funnels].filter(({ id }) => id !== except);
  return `${versionsOf(datasets.data)}#${named.map(({ id, name, version }) => `${id}@${version}/${name}`).join('|')}`;
}
