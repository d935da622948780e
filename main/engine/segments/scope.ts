import type { ClientsDefinition } from '#shared/clients/index.ts';
import type { Scope, SegmentDefinition } from '#shared/segments/index.ts';
import { type ClientBase, clientBase, savedClients } from '../clients/index.ts';
import type { QueryOptions } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { type CompiledRule, compileRule } from './rule.ts';

/** The clients that an analysis looks at: `condition` is true or false for each row of `base.source`, never null. */
export interface ScopedClients extends CompiledRule {
  readonly model: ClientsDefinition;
  readonly base: ClientBase;
}

/**
 * Compiles a scope against the saved client model. Fails with `clientsMissing` where there is none, and with the segment,
 * field or table that has gone, by name.
 */
export async function scopedClients(
  workspace: Workspace,
  scope: Scope,
  options: QueryOptions = {},
): Promise<ScopedClients> {
  const model = savedClients(workspace);
  const base = await clientBase(workspace, model, options);
  return { model, base, ...compileRule(workspace, model, base, ruleOf(workspace, scope)) };
}

/** The rule that selects the clients of a scope; one that asks nothing for all of them. */
export function ruleOf(workspace: Workspace, scope: Scope): SegmentDefinition['rule'] {
  switch (scope.kind) {
    case 'all':
      return { kind: 'group', combine: 'and', negate: false, items: [] };
    case 'segment':
      return {
        kind: 'group',
        combine: 'and',
        negate: false,
        items: [{ kind: 'segment', segment: workspace.catalogue.definitions.get('segment', scope.segment).name }],
      };
  }
}
