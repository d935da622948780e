import type { Constant, Operator } from '#shared/conditions/index.ts';
import type { FieldType } from '#shared/intake/index.ts';
import { type FieldRef, type FunnelNode, maximumDepth } from '#shared/segments/index.ts';
import { firstOperator } from './operators.ts';

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

/** The test that a field of a type begins with. Yes or no is answered with yes: an empty one looks as if it were broken. */
export const firstTest = (type: FieldType): TestDraft => ({
  ...emptyTest,
  op: firstOperator(type),
  first: type === 'boolean' ? true : null,
});

export const newCondition = (field: FieldRef | null = null, test: TestDraft = emptyTest): EditCondition => ({
  kind: 'condition',
  id: freshId(),
  field,
  test,
});
export const newSegmentRef = (segment: string): EditSegment => ({ kind: 'segment', id: freshId(), segment });
export const newGroup = (items: readonly EditNode[] = [], combine: 'and' | 'or' = 'or'): EditGroup => ({
  kind: 'group',
  id: freshId(),
  combine,
  negate: false,
  items,
});

/**
 * Changes the node with an id, wherever it is; taking it out where `change` answers null. What is not on the way to it
 * stays the same object, so that only what changed is drawn again.
 */
export function update(root: EditGroup, id: string, change: (node: EditNode) => EditNode | null): EditGroup {
  if (root.id === id) {
    const next = change(root);
    return next?.kind === 'group' ? next : root;
  }
  const items = root.items.flatMap((item) => updated(item, id, change));
  return same(items, root.items) ? root : { ...root, items };
}

function updated(node: EditNode, id: string, change: (node: EditNode) => EditNode | null): EditNode[] {
  if (node.id === id) {
    const next = change(node);
    return next ? [next] : [];
  }
  return [node.kind === 'group' ? update(node, id, change) : node];
}

const same = (a: readonly EditNode[], b: readonly EditNode[]) =>
  a.length === b.length && a.every((item, at) => item === b[at]);

/** Puts a node at a place of a group; at its end where no place is given. */
export function insert(root: EditGroup, group: string, node: EditNode, at?: number): EditGroup {
  return update(root, group, (target) =>
    target.kind === 'group' ? { ...target, items: target.items.toSpliced(at ?? target.items.length, 0, node) } : target,
  );
}

export const remove = (root: EditGroup, id: string): EditGroup => update(root, id, () => null);

/**
 * Moves a node to a place of a group: `index` counts the group's items without the node itself, and beyond the last means
 * the end. The same tree where nothing would change or the move is not possible: the root, a node into itself, deeper
 * than rules may be, or ids that are not there.
 */
export function moveTo(root: EditGroup, id: string, group: string, index: number): EditGroup {
  const node = find(root, id);
  const target = find(root, group);
  const from = placeOf(root, id);
  if (!node || !from || target?.kind !== 'group' || find(node, group)) return root;
  if (depthOf(root, group) + heightOf(node) > maximumDepth) return root;
  const others = target.items.length - (from.group === group ? 1 : 0);
  const at = Math.min(Math.max(0, index), others);
  if (from.group === group && from.index === at) return root;
  return insert(remove(root, id), group, node, at);
}

/** The node with an id, in a tree or a part of one. */
export function find(from: EditNode, id: string): EditNode | undefined {
  if (from.id === id) return from;
  if (from.kind !== 'group') return undefined;
  for (const item of from.items) {
    const found = find(item, id);
    if (found) return found;
  }
  return undefined;
}

export function parentOf(root: EditGroup, id: string): EditGroup | undefined {
  for (const item of root.items) {
    if (item.id === id) return root;
    const found = item.kind === 'group' ? parentOf(item, id) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The group that a node is in and how many of its items come before; null for the root. */
export function placeOf(root: EditGroup, id: string): { group: string; index: number } | null {
  const parent = parentOf(root, id);
  return parent ? { group: parent.id, index: parent.items.findIndex((item) => item.id === id) } : null;
}

/** How deep a node lies: 1 is the root, 2 what it holds; 0 where it is not there. */
export function depthOf(root: EditGroup, id: string): number {
  if (root.id === id) return 1;
  for (const item of root.items) {
    const below = item.id === id ? 1 : item.kind === 'group' ? depthOf(item, id) : 0;
    if (below > 0) return below + 1;
  }
  return 0;
}

/** How many groups lie on top of each other in a node: 0 for a condition. */
export function heightOf(node: EditNode): number {
  return node.kind === 'group' ? 1 + Math.max(0, ...node.items.map(heightOf)) : 0;
}
