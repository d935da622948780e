import type { ClientsDefinition } from '../clients/index.ts';
import { mask } from '../privacy/mask.ts';
import type { Sensitivity } from '../privacy/sensitivity.ts';

/** How a column leaves the app unless it is unmasked: as it is, masked by its class, or as a pseudonym. */
export type Treatment = 'plain' | 'masked' | 'pseudonym';

/** The fields of a table by which its rows belong to a client. */
export function clientKeysOf(definitions: readonly ClientsDefinition[], table: string): ReadonlySet<string> {
  const keys = definitions.flatMap(({ table: list, key, facts }) => [
    ...(key.kind === 'field' && list === table ? [key.field] : []),
    ...facts.filter((fact) => fact.table === table).map(({ field }) => field),
  ]);
  return new Set(keys);
}

export function treatmentOf(
  { name, sensitivity }: { name: string; sensitivity: Sensitivity },
  clientKeys: ReadonlySet<string>,
): Treatment {
  if (sensitivity === 'secret') return 'masked';
  if (clientKeys.has(name)) return 'pseudonym';
  return mask('x', sensitivity, 'export') === 'x' ? 'plain' : 'masked';
}
