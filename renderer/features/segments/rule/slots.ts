import { maximumDepth } from '#shared/segments/index.ts';
import { type EditGroup, type EditNode, find, heightOf, insert, moveTo, placeOf } from './tree.ts';

/** A place that something can be dropped at: before item `index` of a group as it stands, or at its end. */
export interface Slot {
  readonly group: string;
  readonly index: number;
}

export const slotId = ({ group, index }: Slot) => `${group}/${index}`;

/** All places for a node, in the order of the page: not inside itself, nor deeper than rules may be. */
export function slotsFor(root: EditGroup, node: EditNode): readonly Slot[] {
  const height = heightOf(node);
  const slots: Slot[] = [];
  const walk = (group: EditGroup, depth: number) => {
    const fits = depth + height <= maximumDepth;
    group.items.forEach((item, index) => {
      if (fits) slots.push({ group: group.id, index });
      if (item.kind === 'group' && item.id !== node.id) walk(item, depth + 1);
    });
    if (fits) slots.push({ group: group.id, index: group.items.length });
  };
  walk(root, 1);
  return slots;
}

/** Whether a node dropped there would be where it is: directly before or behind itself. */
export function stays(root: EditGroup, id: string, slot: Slot): boolean {
  const place = placeOf(root, id);
  return place?.group === slot.group && (slot.index === place.index || slot.index === place.index + 1);
}

/** Drops a node: moves it where it is part of the tree, and puts it in where it is new. */
export function dropAt(root: EditGroup, node: EditNode, slot: Slot): EditGroup {
  const from = placeOf(root, node.id);
  if (!from) return insert(root, slot.group, node, slot.index);
  const passed = from.group === slot.group && from.index < slot.index ? 1 : 0;
  return moveTo(root, node.id, slot.group, slot.index - passed);
}

export type Step = 'up' | 'down' | 'out' | 'in';

/**
 * The place that a key leads to: the one before or behind on the page, behind the group around, or into the group beside.
 * Null where there is none.
 */
export function stepFrom(root: EditGroup, slots: readonly Slot[], from: Slot, step: Step): Slot | null {
  const at = slots.findIndex((slot) => same(slot, from));
  // Of the two places that leave a node where it is, the list holds the first.
  const known = (slot: Slot | null) =>
    (slot && (listed(slots, slot) ?? listed(slots, { ...slot, index: slot.index - 1 }))) ?? null;
  switch (step) {
    case 'up':
      return slots[at - 1] ?? null;
    case 'down':
      return slots[at + 1] ?? null;
    case 'out': {
      const outer = placeOf(root, from.group);
      return known(outer && { group: outer.group, index: outer.index + 1 });
    }
    case 'in': {
      const group = find(root, from.group);
      if (group?.kind !== 'group') return null;
      const [behind, before] = [group.items[from.index], group.items[from.index - 1]];
      const into = behind?.kind === 'group' ? known({ group: behind.id, index: 0 }) : null;
      return into ?? known(before?.kind === 'group' ? { group: before.id, index: before.items.length } : null);
    }
  }
}

const same = (a: Slot, b: Slot) => a.group === b.group && a.index === b.index;
const listed = (slots: readonly Slot[], slot: Slot) => slots.find((each) => same(each, slot));

/** The places that keys lead to: of the two that leave a node where it is, only the first. */
export function keySlots(root: EditGroup, node: EditNode): readonly Slot[] {
  const at = placeOf(root, node.id);
  return slotsFor(root, node).filter((slot) => !at || !same(slot, { group: at.group, index: at.index + 1 }));
}
