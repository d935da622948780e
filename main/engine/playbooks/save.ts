import type { DefinitionKind, DefinitionOf } from '#shared/contract/index.ts';
import type { Playbook } from '#shared/playbook/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { canonicalJson } from '../reports/index.ts';

/** The client model has no name of its own: there is one a workspace. */
export const clientsName = 'clients';

/** Saves the client model and all segments of a playbook: segments may refer to ones that come later in the list. */
export function saveModel(catalogue: Catalogue, playbook: Playbook): void {
  if (playbook.clients) saveClients(catalogue, playbook.clients);
  for (const { name, rule } of playbook.segments) saveDefinition(catalogue, 'segment', name, { rule });
}

function saveClients(catalogue: Catalogue, body: DefinitionOf<'clients'>['body']): void {
  const [present] = catalogue.definitions.list('clients');
  saveDefinition(catalogue, 'clients', present?.name ?? clientsName, body);
}

/** Creates a definition, or saves its next version if it has changed. */
export function saveDefinition<K extends DefinitionKind>(
  { definitions }: Catalogue,
  kind: K,
  name: string,
  body: DefinitionOf<K>['body'],
): void {
  const present = definitions.list(kind).find((candidate) => candidate.name === name);
  if (!present) definitions.create(kind, name, body);
  else if (canonicalJson(present.body) !== canonicalJson(body)) {
    definitions.save(kind, present.id, present.version, name, body);
  }
}
