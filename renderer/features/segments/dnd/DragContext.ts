import { createContext, useContext } from 'react';
import type { Slot } from '../rule/slots.ts';

export interface DragState {
  /** What is dragged, for people. */
  readonly name: string;
  /** Whether dropping there would change nothing. */
  stays(slot: Slot): boolean;
}

/** What is being dragged over the rule; null while nothing is. */
export const DragContext = createContext<DragState | null>(null);
export const useDrag = () => useContext(DragContext);
