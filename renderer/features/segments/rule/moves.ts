import { maximumDepth } from '#shared/segments/index.ts';
import {
  depthOf,
  type EditGroup,
  type EditNode,
  find,
  freshId,
  heightOf,
  insert,
  moveTo,
  newGroup,
  parentOf,
  placeOf,
  update,
} from './tree.ts';

/** A step that a person can ask for. It answers the same tree where it is not possible. */
export type Move = (root: EditGroup, id: string) => EditGroup;

const shift =
  (by: -1 | 1): Move =>
  (root, id) => {
    const place = placeOf(root, id);
    return place && place.index + by >= 0 ? moveTo(root, id, place.group, place.index + by) : root;
  };

export const moveUp = shift(-1);
export const moveDown = shift(1);

/** Into the group directly above, as its last. */
export const moveIntoAbove: Move = (root, id) => intoNeighbour(root, id, -1);

/** Into the group directly below, as its first. */
export const moveIntoBelow: Move = (root, id) => intoNeighbour(root, id, 1);

function intoNeighbour(root: EditGroup, id: string, by: -1 | 1): EditGroup {
  const place = placeOf(root, id);
  const neighbour = place && parentOf(root, id)?.items[place.index + by];
  if (neighbour?.kind !== 'group') return root;
  return moveTo(root, id, neighbour.id, by < 0 ? neighbour.items.length : 0);
}

/** Out of its group, to behind it. */
export const moveOut: Move = (root, id) => {
  const place = placeOf(root, id);
  const outer = place && placeOf(root, place.group);
  return outer ? moveTo(root, id, outer.group, outer.index + 1) : root;
};

/** Into a new group of its own, where it stands. */
export const wrap: Move = (root, id) => {
  const node = find(root, id);
  if (!node || id === root.id || depthOf(root, id) + heightOf(node) > maximumDepth) return root;
  return update(root, id, () => newGroup([node]));
};

/** Puts what a group holds in its place. What the group said of them, that any is enough or that they are left out, goes. */
export const ungroup: Move = (root, id) => {
  const node = find(root, id);
  const parent = parentOf(root, id);
  if (node?.kind !== 'group' || !parent) return root;
  return update(root, parent.id, () => ({
    ...parent,
    items: parent.items.flatMap((item) => (item === node ? node.items : [item])),
  }));
};

/** Puts a copy of a node behind it. */
export const duplicate: Move = (root, id) => {
  const node = find(root, id);
  const place = placeOf(root, id);
  return node && place ? insert(root, place.group, copyOf(node), place.index + 1) : root;
};

function copyOf(node: EditNode): EditNode {
  return node.kind === 'group' ? { ...node, id: freshId(), items: node.items.map(copyOf) } : { ...node, id: freshId() };
}

/** Where the focus goes when a node is deleted: the one behind it, else the one before, else their group. */
export function heirOf(root: EditGroup, id: string): string {
  const place = placeOf(root, id);
  const items = parentOf(root, id)?.items ?? [];
  const heir = place && (items[place.index + 1] ?? items[place.index - 1]);
  return heir?.id ?? place?.group ?? root.id;
}

/** What has the focus when a group is dissolved: its first part, else who inherits from it. */
export function firstWithin(root: EditGroup, id: string): string {
  const node = find(root, id);
  return (node?.kind === 'group' ? node.items[0]?.id : undefined) ?? heirOf(root, id);
}
