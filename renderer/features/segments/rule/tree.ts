import type { Constant, Operator } from '#shared/conditions/index.ts';
import type { FieldRef, FunnelNode } from '#shared/segments/index.ts';

/** A test while it is being filled in. What its operator does not use is kept, for when the operator changes back. */
export interface TestDraft {
  op: Operator;
  first: Constant | null;
  second: Constant | null;
  many: readonly Constant[];
}

/** The rule as it is edited: every node has an id that lasts while it is moved about. */
export interface EditCondition {
  kind: 'condition';
  id: string;
  field: FieldRef | null;
  test: TestDraft;
}
export interface EditSegment {
  kind: 'segment';
  id: string;
  segment: string;
}
/** Clients by how far they came in a funnel. */
export interface EditFunnel extends FunnelNode {
  id: string;
}
export interface EditGroup {
  kind: 'group';
  id: string;
  combine: 'and' | 'or';
  negate: boolean;
  items: readonly EditNode[];
}
export type EditNode = EditCondition | EditSegment | EditFunnel | EditGroup;

let sequence = 0;
export const freshId = () => `n${++sequence}`;

export const emptyTest: TestDraft = { op: 'eq', first: null, second: null, many: [] };

export const newCondition = (field: FieldRef | null = null, op: Operator = 'eq'): EditCondition => ({
  kind: 'condition',
  id: freshId(),
  field,
  test: { ...emptyTest, op },
});
export const newSegmentRef = (segment: string): EditSegment => ({ kind: 'segment', id: freshId(), segment });
export const newGroup = (items: readonly EditNode[] = [], combine: 'and' | 'or' = 'or'): EditGroup => ({
  kind: 'group',
  id: freshId(),
  combine,
  negate: false,
  items,
});

/** Changes the node with an id, wherever it is; taking it out where `change` answers null. */
export function update(root: EditGroup, id: string, change: (node: EditNode) => EditNode | null): EditGroup {
  if (root.id === id) {
    const next = change(root);
    return next?.kind === 'group' ? next : root;
  }
  return { ...root, items: root.items.flatMap((item) => updated(item, id, change)) };
}

function updated(node: EditNode, id: string, change: (node: EditNode) => EditNode | null): EditNode[] {
  if (node.id === id) {
    const next = change(node);
    return next ? [next] : [];
  }
  return [node.kind === 'group' ? { ...node, items: node.items.flatMap((item) => updated(item, id, change)) } : node];
}

/** Puts a node at a place of a group; at its end where no place is given. */
export function insert(root: EditGroup, group: string, node: EditNode, at?: number): EditGroup {
  return update(root, group, (target) =>
    target.kind === 'group' ? { ...target, items: target.items.toSpliced(at ?? target.items.length, 0, node) } : target,
  );
}

export const remove = (root: EditGroup, id: string): EditGroup => update(root, id, () => null);

/** Moves a node up or down among its siblings. */
export function shift(root: EditGroup, id: string, by: -1 | 1): EditGroup {
  const parent = parentOf(root, id);
  if (!parent) return root;
  const at = parent.items.findIndex((item) => item.id === id);
  const to = at + by;
  const node = parent.items[at];
  if (!node || to < 0 || to >= parent.items.length) return root;
  return update(root, parent.id, (group) =>
    group.kind === 'group' ? { ...group, items: group.items.toSpliced(at, 1).toSpliced(to, 0, node) } : group,
  );
}

/** Puts a node into a new group of its own, where it stands. */
export const wrap = (root: EditGroup, id: string): EditGroup => update(root, id, (node) => newGroup([node]));

/** Puts a copy of a node behind it. */
export function duplicate(root: EditGroup, id: string): EditGroup {
  const parent = parentOf(root, id);
  const at = parent?.items.findIndex((item) => item.id === id) ?? -1;
  const node = parent?.items[at];
  return parent && node ? insert(root, parent.id, copyOf(node), at + 1) : root;
}

function copyOf(node: EditNode): EditNode {
  return node.kind === 'group' ? { ...node, id: freshId(), items: node.items.map(copyOf) } : { ...node, id: freshId() };
}

export function parentOf(root: EditGroup, id: string): EditGroup | undefined {
  for (const item of root.items) {
    if (item.id === id) return root;
    const found = item.kind === 'group' ? parentOf(item, id) : undefined;
    if (found) return found;
  }
  return undefined;
}
