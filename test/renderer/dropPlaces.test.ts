import { describe, expect, it } from 'vitest';
import { type Layout, slotAt } from '../../renderer/features/segments/dnd/layout.ts';
import { type Slot, slotId } from '../../renderer/features/segments/rule/slots.ts';

/** A rule of a condition and a group of one condition, as it lies on the page: the group from 50 to 120. */
const place = (group: string, index: number, top: number, last = false) => {
  const slot: Slot = { group, index };
  return [slotId(slot), { slot, box: { left: 0, top, width: 100, height: last ? 28 : 3 }, last }] as const;
};
const layout: Layout = {
  groups: [
    { group: 'outer', box: { left: 0, top: 0, width: 120, height: 160 } },
    { group: 'inner', box: { left: 10, top: 50, width: 100, height: 70 } },
  ],
  places: new Map([
    place('outer', 0, 10),
    place('outer', 1, 45),
    place('outer', 2, 125, true),
    place('inner', 0, 60),
    place('inner', 1, 90, true),
  ]),
};
const all = new Set(layout.places.keys());

describe('the place that a point means', () => {
  it('is the nearest one in the innermost group under it', () => {
    expect(slotAt(layout, { x: 50, y: 70 }, all)).toEqual({ group: 'inner', index: 0 });
    expect(slotAt(layout, { x: 50, y: 95 }, all)).toEqual({ group: 'inner', index: 1 });
    expect(slotAt(layout, { x: 50, y: 20 }, all)).toEqual({ group: 'outer', index: 0 });
  });

  it('is of the group around near the edge of a nested one', () => {
    expect(slotAt(layout, { x: 50, y: 52 }, all)).toEqual({ group: 'outer', index: 1 });
    expect(slotAt(layout, { x: 50, y: 118 }, all)).toEqual({ group: 'outer', index: 2 });
  });

  it('is the nearest of all beside the groups, and in one that takes nothing', () => {
    expect(slotAt(layout, { x: 500, y: 300 }, all)).toEqual({ group: 'outer', index: 2 });
    const outerOnly = new Set([...all].filter((id) => id.startsWith('outer')));
    expect(slotAt(layout, { x: 50, y: 70 }, outerOnly)).toEqual({ group: 'outer', index: 1 });
  });

  it('is none where nothing may go anywhere', () => {
    expect(slotAt(layout, { x: 50, y: 70 }, new Set())).toBeNull();
  });
});
