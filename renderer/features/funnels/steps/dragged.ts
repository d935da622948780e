import type { Constant } from '#shared/conditions/index.ts';

/** What a value of the event field carries while it is dragged. */
export interface DraggedValue {
  readonly field: string;
  readonly value: Constant;
}

/** The value that is dragged; null where it is something else. */
export function draggedIn(data: unknown): DraggedValue | null {
  if (typeof data !== 'object' || data === null || !('dragged' in data)) return null;
  // Only EventValues puts it there.
  return data.dragged as DraggedValue;
}
