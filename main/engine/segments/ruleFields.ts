import type { FieldRef, RuleNode, Scope } from '#shared/segments/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { ruleOf } from './scope.ts';

/** Every field that decides who belongs to a scope, through the segments and funnels that its rule names; each once. */
export function fieldsOfScope(workspace: Workspace, scope: Scope): FieldRef[] {
  const fields = new Map<string, FieldRef>();
  const followed = new Set<string>();
  const add = (ref: FieldRef) => void fields.set(JSON.stringify([ref.table, ref.field]), ref);
  const follow = (name: string): void => {
    if (followed.has(name)) return;
    followed.add(name);
    visit(workspace.catalogue.definitions.get('segment', name).body.rule);
  };
  const visit = (node: RuleNode): void => {
    switch (node.kind) {
      case 'group':
        node.items.forEach(visit);
        return;
      case 'condition':
        add(node.field);
        return;
      case 'segment':
        follow(node.segment);
        return;
      case 'funnel': {
        const { scope: within, table, steps } = workspace.catalogue.definitions.get('funnel', node.funnel).body;
        for (const { field } of steps.flatMap((step) => step.all)) add({ table, field });
        if (node.group) add({ table, field: node.group.field });
        if (within.kind === 'segment') follow(within.segment);
      }
    }
  };
  visit(ruleOf(workspace, scope));
  return [...fields.values()];
}
