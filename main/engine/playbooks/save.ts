import type { DefinitionKind, DefinitionOf } from '#shared/contract/index.ts';
import type { Playbook } from '#shared/playbook/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { canonicalJson } from '../reports/index.ts';

/** The client model has no name of its own: there is one a workspace. */
export const clientsName = 'clients';

/** Saves the model and analyses of a playbook before any runs: each may refer to ones that come later. */
export function saveModel(catalogue: Catalogue, playbook: Playbook): void {
  for (const { name, ...body } of playbook.matches) saveDefinition(catalogue, { kind: 'match', name, body });
  if (playbook.clients) saveClients(catalogue, playbook.clients);
  for (const { name, ...body } of playbook.features) saveDefinition(catalogue, { kind: 'features', name, body });
  for (const { name, rule } of playbook.segments) saveDefinition(catalogue, { kind: 'segment', name, body: { rule } });
  for (const { name, ...body } of playbook.roi) saveDefinition(catalogue, { kind: 'roi', name, body });
  for (const { name, ...body } of playbook.funnels) saveDefinition(catalogue, { kind: 'funnel', name, body });
  for (const { name, ...body } of playbook.portraits) saveDefinition(catalogue, { kind: 'portrait', name, body });
}

function saveClients(catalogue: Catalogue, body: DefinitionOf<'clients'>['body']): void {
  const [present] = catalogue.definitions.list('clients');
  saveDefinition(catalogue, { kind: 'clients', name: present?.name ?? clientsName, body });
}

/** A definition before the catalogue has given it an identity. */
type NewDefinition = {
  [K in DefinitionKind]: { kind: K; name: string; body: DefinitionOf<K>['body'] };
}[DefinitionKind];

/** Creates a definition, or saves its next version if it has changed. */
export function saveDefinition({ definitions }: Catalogue, { kind, name, body }: NewDefinition): void {
  const present = definitions.list(kind).find((candidate) => candidate.name === name);
  if (!present) definitions.create(kind, name, body);
  else if (canonicalJson(present.body) !== canonicalJson(body)) {
    definitions.save(kind, present.id, present.version, name, body);
  }
}
