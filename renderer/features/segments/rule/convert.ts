import type { Constant, Predicate } from '#shared/conditions/index.ts';
import type { GroupNode, RuleNode } from '#shared/segments/index.ts';
import { type EditGroup, type EditNode, emptyTest, freshId, type TestDraft } from './tree.ts';

/** A saved rule, ready to be edited. */
export function toEdit(group: GroupNode): EditGroup {
  return { ...group, id: freshId(), items: group.items.map(editNode) };
}

function editNode(node: RuleNode): EditNode {
  switch (node.kind) {
    case 'group':
      return toEdit(node);
    case 'segment':
    case 'funnel':
      return { ...node, id: freshId() };
    case 'condition':
      return { kind: 'condition', id: freshId(), field: node.field, test: toDraft(node.test) };
  }
}

/** A saved test, ready to be edited. */
export function toDraft(test: Predicate): TestDraft {
  switch (test.op) {
    case 'between':
      return { ...emptyTest, op: test.op, first: test.low, second: test.high };
    case 'in':
    case 'notIn':
      return { ...emptyTest, op: test.op, many: test.values };
    case 'isNull':
    case 'notNull':
      return { ...emptyTest, op: test.op };
    default:
      return { ...emptyTest, op: test.op, first: test.value };
  }
}

/** What each group stands for. Groups are never changed in place, so it holds as long as they do. */
const rules = new WeakMap<EditGroup, GroupNode>();

/** The rule that an edited tree stands for, without the conditions that are not complete. */
export function toRule(group: EditGroup): GroupNode {
  const known = rules.get(group);
  if (known) return known;
  const { combine, negate, items } = group;
  const rule: GroupNode = { kind: 'group', combine, negate, items: items.flatMap(toNode) };
  rules.set(group, rule);
  return rule;
}

/** One node of it; none where it is not complete. */
export function toNode(node: EditNode): RuleNode[] {
  switch (node.kind) {
    case 'group':
      return [toRule(node)];
    case 'segment':
      return [{ kind: 'segment', segment: node.segment }];
    case 'funnel': {
      const { kind, funnel, step, outcome, group } = node;
      return [{ kind, funnel, step, outcome, ...(group && { group }) }];
    }
    case 'condition': {
      const test = toPredicate(node.test);
      return node.field && test ? [{ kind: 'condition', field: node.field, test }] : [];
    }
  }
}

/** The test that a draft stands for; null while something is missing. 0, false and (for `eq`) '' are values. */
export function toPredicate({ op, first, second, many }: TestDraft): Predicate | null {
  switch (op) {
    case 'isNull':
    case 'notNull':
      return { op };
    case 'in':
    case 'notIn':
      return many.length > 0 ? { op, values: [...many] } : null;
    case 'between':
      return first === null || second === null ? null : { op, low: first, high: second };
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return isText(first) && first !== '' ? { op, value: first } : null;
    default:
      return first === null ? null : { op, value: first };
  }
}

const isText = (value: Constant | null): value is string => typeof value === 'string';

/** How many conditions of a tree are not complete. */
export function incompleteOf(group: EditGroup): number {
  return group.items.reduce((sum, node) => {
    if (node.kind === 'group') return sum + incompleteOf(node);
    return sum + (toNode(node).length === 0 ? 1 : 0);
  }, 0);
}
