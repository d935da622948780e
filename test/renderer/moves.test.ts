import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximumDepth } from '#shared/segments/index.ts';
import * as moves from '../../renderer/features/segments/rule/moves.ts';
import { dropAt, keySlots, slotsFor, stays, stepFrom } from '../../renderer/features/segments/rule/slots.ts';
import {
  depthOf,
  type EditGroup,
  type EditNode,
  find,
  heightOf,
  moveTo,
  newCondition,
  newGroup,
  newSegmentRef,
  placeOf,
} from '../../renderer/features/segments/rule/tree.ts';

/** A tree as nested lists of ids, which the oracle cuts and pastes in place. */
interface Plain {
  id: string;
  group: boolean;
  items: Plain[];
}
const plain = (node: EditNode): Plain => ({
  id: node.id,
  group: node.kind === 'group',
  items: node.kind === 'group' ? node.items.map(plain) : [],
});
const flat = (node: Plain): Plain[] => [node, ...node.items.flatMap(flat)];
const idsOf = (node: EditNode) => flat(plain(node)).map(({ id }) => id);

/** What moving should do, by cutting and pasting. */
function moved(root: EditGroup, id: string, group: string, index: number): Plain {
  const tree = plain(root);
  const all = flat(tree);
  const node = all.find((each) => each.id === id);
  const target = all.find((each) => each.id === group);
  const from = all.find((each) => each.items.some((item) => item.id === id));
  if (!node || !from || !target?.group || flat(node).includes(target)) return tree;
  from.items.splice(from.items.indexOf(node), 1);
  target.items.splice(Math.max(0, index), 0, node);
  return tree;
}

type Shape = 'condition' | 'segment' | Shape[];
const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'rule' },
    fc.constantFrom<Shape>('condition', 'segment'),
    fc.array(tie('shape'), { maxLength: 4, depthIdentifier: 'rule' }),
  ),
}));
function grown(of: Shape): EditNode {
  if (of === 'condition') return newCondition({ table: 't', field: 'f' });
  return of === 'segment' ? newSegmentRef('s') : newGroup(of.map(grown));
}
const tree = fc.array(shape, { maxLength: 5 }).map((items) => newGroup(items.map(grown), 'and'));
const treeAndTwo = tree.chain((root) =>
  fc.tuple(fc.constant(root), fc.constantFrom(...idsOf(root)), fc.constantFrom(...idsOf(root)), fc.nat(6)),
);

describe('moving a node', () => {
  it('does what cutting and pasting does, and neither loses, doubles nor renames a node', () => {
    fc.assert(
      fc.property(treeAndTwo, ([root, id, group, index]) => {
        const after = moveTo(root, id, group, index);
        expect(plain(after)).toEqual(moved(root, id, group, index));
        expect(idsOf(after).toSorted()).toEqual(idsOf(root).toSorted());
      }),
    );
  });

  it('back again gives the same tree', () => {
    fc.assert(
      fc.property(treeAndTwo, ([root, id, group, index]) => {
        const from = placeOf(root, id);
        const after = moveTo(root, id, group, index);
        if (from) expect(moveTo(after, id, from.group, from.index)).toEqual(root);
        else expect(after).toBe(root);
      }),
    );
  });

  it('leaves the nodes that it does not pass the same objects', () => {
    const [near, far] = [newGroup([newCondition()]), newGroup([newCondition(), newCondition()])];
    const root = newGroup([near, far], 'and');
    const id = near.items[0]?.id ?? '';
    expect(moveTo(root, id, root.id, 0).items[2]).toBe(far);
    expect(moveTo(root, id, near.id, 0)).toBe(root);
    expect(moveTo(root, near.id, near.id, 0)).toBe(root);
    expect(moveTo(root, 'gone', root.id, 0)).toBe(root);
  });

  it('goes no deeper than rules may be', () => {
    const deep = (levels: number): EditGroup => newGroup(levels > 1 ? [deep(levels - 1)] : []);
    const inner = newGroup();
    const root = newGroup([deep(maximumDepth - 1), inner], 'and');
    const deepest = idsOf(root).at(-2) ?? '';
    expect(depthOf(root, deepest)).toBe(maximumDepth);
    expect(moveTo(root, inner.id, deepest, 0)).toBe(root);
    expect(moves.wrap(root, deepest)).toBe(root);
    const condition = newCondition();
    const wider = { ...root, items: [...root.items, condition] };
    expect(depthOf(moveTo(wider, condition.id, deepest, 0), condition.id)).toBe(maximumDepth + 1);
    expect(slotsFor(root, inner).some((slot) => slot.group === deepest)).toBe(false);
  });
});

describe('a step of the menu', () => {
  const steps = Object.entries({
    moveUp: moves.moveUp,
    moveDown: moves.moveDown,
    moveIntoAbove: moves.moveIntoAbove,
    moveIntoBelow: moves.moveIntoBelow,
    moveOut: moves.moveOut,
  });
  it.each(steps)('%s keeps every node, and answers the same tree where it is not possible', (_, move) => {
    fc.assert(
      fc.property(treeAndTwo, ([root, id]) => {
        const after = move(root, id);
        expect(idsOf(after).toSorted()).toEqual(idsOf(root).toSorted());
        if (idsOf(after).join() === idsOf(root).join() && depthOf(after, id) === depthOf(root, id))
          expect(after).toBe(root);
      }),
    );
  });

  it('wraps and takes the group away again', () => {
    fc.assert(
      fc.property(treeAndTwo, ([root, id]) => {
        const wrapped = moves.wrap(root, id);
        const place = placeOf(wrapped, id);
        if (wrapped !== root && place) expect(moves.ungroup(wrapped, place.group)).toEqual(root);
      }),
    );
  });

  it('copies under fresh ids', () => {
    fc.assert(
      fc.property(treeAndTwo, ([root, id]) => {
        const ids = idsOf(moves.duplicate(root, id));
        expect(new Set(ids).size).toBe(ids.length);
        const node = find(root, id);
        expect(ids.length - idsOf(root).length).toBe(node && id !== root.id ? idsOf(node).length : 0);
      }),
    );
  });

  it('leaves the focus with a neighbour, else with the group', () => {
    const [a, b] = [newCondition(), newCondition()];
    const root = newGroup([a, b]);
    expect(moves.heirOf(root, a.id)).toBe(b.id);
    expect(moves.heirOf(root, b.id)).toBe(a.id);
    expect(moves.heirOf(newGroup([a]), a.id)).not.toBe(a.id);
  });
});

describe('places to drop at', () => {
  it('put the node where they say, and are all there are', () => {
    fc.assert(
      fc.property(treeAndTwo, ([root, id]) => {
        const node = find(root, id);
        if (!node || node === root) return;
        const inside = idsOf(node);
        const slots = slotsFor(root, node);
        const groups = flat(plain(root)).filter(({ id: each, group }) => group && !inside.includes(each));
        expect(slots).toHaveLength(groups.reduce((sum, { items }) => sum + items.length + 1, 0));
        for (const slot of slots) {
          const before = idsOf(root);
          const after = dropAt(root, node, slot);
          expect(after === root).toBe(stays(root, id, slot));
          expect(idsOf(after).toSorted()).toEqual(before.toSorted());
          expect(placeOf(after, id)?.group).toBe(slot.group);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are all reached by keys, and in leads back from out', () => {
    fc.assert(
      fc.property(tree, (root) => {
        const node = newCondition();
        const slots = keySlots(root, node);
        slots.forEach((slot, at) => {
          expect(stepFrom(root, slots, slot, 'down')).toEqual(slots[at + 1] ?? null);
          expect(stepFrom(root, slots, slot, 'up')).toEqual(slots[at - 1] ?? null);
          const out = stepFrom(root, slots, slot, 'out');
          expect(out === null).toBe(slot.group === root.id);
          const back = out && stepFrom(root, slots, out, 'in');
          if (back) expect(depthOf(root, back.group)).toBe(depthOf(root, slot.group));
        });
      }),
    );
  });

  it('allow for the height of what is dropped', () => {
    const held = newGroup([newGroup([newCondition()])]);
    expect(heightOf(held)).toBe(2);
    expect(slotsFor(newGroup([newCondition()]), held)).toHaveLength(2);
  });
});
