import { type Slot, slotId } from '../rule/slots.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where something would land: a line before an item, or a box over the foot of a group, behind its last. */
export interface Place {
  readonly slot: Slot;
  readonly box: Box;
  readonly last: boolean;
}

/** The rule as it lies in its area: the boxes of its groups and all places, in the order of the page. */
export interface Layout {
  readonly groups: readonly { readonly group: string; readonly box: Box }[];
  readonly places: ReadonlyMap<string, Place>;
}

/** The attribute by which a group's box tells which group it is. */
export const groupAttribute = 'data-group';

/** Up to so near its upper and lower edge a nested group still means the group around it: else none could go between two. */
const edge = 8;

/** A line lies over the border between two items. */
const line = { above: 2, height: 3 };

/** Where in the window the area begins, when what of it is scrolled out of sight is counted. */
export function originOf(area: HTMLElement): { left: number; top: number } {
  const { left, top } = area.getBoundingClientRect();
  return { left: left - area.scrollLeft, top: top - area.scrollTop };
}

/** Reads where everything lies, relative to the area. Nothing is written meanwhile, so the page is laid out once at most. */
export function layoutOf(area: HTMLElement): Layout {
  const origin = originOf(area);
  const boxOf = (element: Element): Box => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left: left - origin.left, top: top - origin.top, width, height };
  };
  const groups: { group: string; box: Box }[] = [];
  const places = new Map<string, Place>();
  for (const element of area.querySelectorAll(`[${groupAttribute}]`)) {
    const group = element.getAttribute(groupAttribute) ?? '';
    groups.push({ group, box: boxOf(element) });
    const items = element.querySelector(':scope > ul')?.children ?? [];
    for (const [index, item] of [...items].entries()) {
      const { left, top, width } = boxOf(item);
      const slot = { group, index };
      const box = { left, top: top - line.above, width, height: line.height };
      places.set(slotId(slot), { slot, box, last: false });
    }
    const foot = element.querySelector(':scope > footer');
    const slot = { group, index: items.length };
    if (foot) places.set(slotId(slot), { slot, box: boxOf(foot), last: true });
  }
  return { groups, places };
}

/**
 * The place that a point of the area means: in the innermost group under it, the one that is nearest. `allowed` holds the
 * ids of the places that what is dragged may go to.
 */
export function slotAt({ groups, places }: Layout, at: Point, allowed: ReadonlySet<string>): Slot | null {
  let inner: { group: string; size: number } | null = null;
  for (const { group, box } of groups) {
    const size = box.width * box.height;
    if (holds(box, at) && (!inner || size < inner.size)) inner = { group, size };
  }
  let within: Near | null = null;
  let any: Near | null = null;
  for (const [id, { slot, box }] of places) {
    if (!allowed.has(id)) continue;
    const found = { slot, distance: distanceTo(box, at.y) };
    any = nearer(any, found);
    if (slot.group === inner?.group) within = nearer(within, found);
  }
  // Beside all groups, or in one that takes nothing: what is nearest of all.
  return (within ?? any)?.slot ?? null;
}

interface Near {
  readonly slot: Slot;
  readonly distance: number;
}

const nearer = (known: Near | null, found: Near): Near =>
  known !== null && known.distance <= found.distance ? known : found;

function holds({ left, top, width, height }: Box, { x, y }: Point): boolean {
  return x >= left && x <= left + width && y >= top + edge && y <= top + height - edge;
}

function distanceTo({ top, height }: Box, y: number): number {
  return y < top ? top - y : Math.max(0, y - top - height);
}
