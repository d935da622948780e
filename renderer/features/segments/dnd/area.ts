import { createContext, useContext } from 'react';
import { type Slot, slotId } from '../rule/slots.ts';
import { type Layout, layoutOf, originOf, type Place, slotAt } from './layout.ts';

/** The work area that things are dropped in, and where the places in it lie. */
export interface DropArea {
  /** Says which element it is, null when it is gone. */
  attach(element: HTMLElement | null): void;
  /** Tells who asks which element it is, now and whenever that changes. */
  follow(follower: (element: HTMLElement | null) => void): () => void;
  /** Has everything read anew when it is next asked for: the rule may have become another of the same size. */
  forget(): void;
  /** The place under a point of the window; null outside the area. */
  slotAt(x: number, y: number, allowed: ReadonlySet<string>): Slot | null;
  /** Where in the area a place lies. */
  placeOf(slot: Slot): Place | null;
  /** Where in the window a place lies, for a keyboard that goes to it. */
  pointOf(slot: Slot): { x: number; y: number } | null;
}

/** Far enough into a line that it is meant, and not what lies beside. */
const into = 24;

/** Reads where things lie when that is first asked for, and again only once the rule has grown or shrunk. */
export function createDropArea(): DropArea {
  let area: HTMLElement | null = null;
  let known: Layout | null = null;
  let tell: (element: HTMLElement | null) => void = () => {};
  const forget = () => {
    known = null;
  };
  const observer = new ResizeObserver(forget);
  const layout = (element: HTMLElement): Layout => {
    known ??= layoutOf(element);
    return known;
  };
  const placeOf = (slot: Slot) => (area && layout(area).places.get(slotId(slot))) ?? null;
  return {
    attach(element) {
      observer.disconnect();
      forget();
      area = element;
      tell(area);
      for (const child of element?.children ?? []) observer.observe(child);
    },
    follow(follower) {
      tell = follower;
      tell(area);
      return () => {
        tell = () => {};
      };
    },
    forget,
    slotAt(x, y, allowed) {
      if (!area?.contains(document.elementFromPoint(x, y))) return null;
      const origin = originOf(area);
      return slotAt(layout(area), { x: x - origin.left, y: y - origin.top }, allowed);
    },
    placeOf,
    pointOf(slot) {
      const place = placeOf(slot);
      if (!area || !place) return null;
      const origin = originOf(area);
      return { x: origin.left + place.box.left + into, y: origin.top + place.box.top };
    },
  };
}

export const DropAreaContext = createContext<DropArea | null>(null);
export const useDropArea = () => useContext(DropAreaContext);
