import type { ClientRect, CollisionDetection, UniqueIdentifier } from '@dnd-kit/core';
import { slotId } from '../rule/slots.ts';
import { targetOf } from './dragged.ts';

/** Up to so near its upper and lower edge a nested group still means the group around it: else none could go between two. */
const edge = 8;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The place that the pointer means: in the innermost group under it, the one that is nearest. None where the pointer is
 * outside the work area. `allowed` holds the ids of the places that what is dragged may go to.
 */
export function slotUnder(allowed: ReadonlySet<string>): CollisionDetection {
  return ({ pointerCoordinates: at, droppableContainers, droppableRects }) => {
    if (!at) return [];
    let inner: { group: string; size: number } | null = null;
    let inArea = false;
    const slots: { id: UniqueIdentifier; group: string; distance: number }[] = [];
    for (const container of droppableContainers) {
      const rect = droppableRects.get(container.id);
      const target = targetOf(container);
      if (!rect || !target) continue;
      switch (target.kind) {
        case 'area':
          inArea = holds(rect, at, 0);
          break;
        case 'group': {
          const size = rect.width * rect.height;
          if (holds(rect, at, edge) && (!inner || size < inner.size)) inner = { group: target.group, size };
          break;
        }
        case 'slot':
          if (allowed.has(slotId(target.slot)))
            slots.push({ id: container.id, group: target.slot.group, distance: distanceTo(rect, at.y) });
      }
    }
    if (!inArea) return [];
    const wanted = inner?.group;
    const within = slots.filter(({ group }) => group === wanted);
    // Beside all groups, or in one that takes nothing: what is nearest of all.
    const [nearest] = (within.length > 0 ? within : slots).toSorted((a, b) => a.distance - b.distance);
    return nearest ? [{ id: nearest.id }] : [];
  };
}

function holds(rect: ClientRect, { x, y }: Point, inset: number): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top + inset && y <= rect.bottom - inset;
}

function distanceTo(rect: ClientRect, y: number): number {
  return y < rect.top ? rect.top - y : Math.max(0, y - rect.bottom);
}
