import type { FieldRef, RuleNode, Scope } from '#shared/segments/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { ruleOf } from './scope.ts';

/** Every field that decides who belongs to a scope, through the segments that its rule names; each once. */
export function fieldsOfScope(workspace: Workspace, scope: Scope): FieldRef[] {
  const fields = new Map<string, FieldRef>();
  const followed = new Set<string>();
  const visit = (node: RuleNode): void => {
    switch (node.kind) {
      case 'group':
        node.items.forEach(visit);
        return;
      case 'condition':
        fields.set(JSON.stringify([node.field.table, node.field.field]), node.field);
        return;
      case 'segment':
        if (followed.has(node.segment)) return;
        followed.add(node.segment);
        visit(workspace.catalogue.definitions.get('segment', node.segment).body.rule);
    }
  };
  visit(ruleOf(workspace, scope));
  return [...fields.values()];
}
