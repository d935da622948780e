import { create } from 'zustand';
import type { FieldType } from '#shared/intake/index.ts';
import type { Slot } from '../rule/slots.ts';
import type { EditNode } from '../rule/tree.ts';

/** What is being dragged: a part of the rule, or something of the palette that becomes one. */
export interface Drag {
  /** The key of what it was picked up from. */
  readonly source: string;
  /** Its name for people: on the chip at the pointer, and read out. */
  readonly name: string;
  /** For the mark on the chip, where it is a field. */
  readonly type?: FieldType | undefined;
  /** The node itself, or the new one that it would be. */
  readonly node: EditNode;
  /** The ids of the places that it may go to. */
  readonly allowed: ReadonlySet<string>;
  /** By keyboard: where a pointer is means nothing. */
  readonly keyed: boolean;
  /** Whether dropping there would change nothing. */
  stays(slot: Slot): boolean;
}

interface State {
  readonly drag: Drag | null;
  /** The place that it would go to now; of the last drag once that is over. */
  readonly slot: Slot | null;
}

/**
 * The drag over the rule that is on. Outside React's tree, so that a place that is passed concerns only what shows it, and
 * picking up only what is picked up: rows are many.
 */
export const useRuleDrag = create<State>()(() => ({ drag: null, slot: null }));

/** Whether it is this that is being dragged. */
export const useIsDragged = (source: string): boolean => useRuleDrag(({ drag }) => drag?.source === source);
