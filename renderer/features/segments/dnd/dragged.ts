import type { Active, Over } from '@dnd-kit/core';
import type { FieldType } from '#shared/intake/index.ts';
import type { Slot } from '../rule/slots.ts';
import type { EditNode } from '../rule/tree.ts';

/** What is being dragged: a part of the rule, or something of the palette that becomes one. */
export interface Dragged {
  /** Its name for people: on the chip at the pointer, and read out. */
  readonly name: string;
  /** For the mark on the chip, where it is a field. */
  readonly type?: FieldType | undefined;
  /** The node itself, or the new one that it would be. */
  node(): EditNode;
}

/** What a drop target stands for: a place between nodes, a group, or the whole work area. */
export type Target =
  | { readonly kind: 'slot'; readonly slot: Slot }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'area' };

// The library types these as anything; they are what our own draggables and droppables were given.
export const draggedOf = (active: Active | null) => active?.data.current as Dragged | undefined;
export const targetOf = (over: Pick<Over, 'data'> | null) => over?.data.current as Target | undefined;

export function slotOf(over: Over | null): Slot | null {
  const target = targetOf(over);
  return target?.kind === 'slot' ? target.slot : null;
}
