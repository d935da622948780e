import { useDraggable, useDroppable } from '@dnd-kit/core';
import { type RefObject, type SyntheticEvent, useLayoutEffect } from 'react';
import type { DropArea } from './area.ts';
import { areaId } from './ids.ts';
import { sourceElement } from './sensors.ts';

/** Gives the library an event of the page that a drag may begin with. */
export type Press = (name: 'onPointerDown' | 'onKeyDown', event: SyntheticEvent) => void;

interface Props {
  press: RefObject<Press | null>;
  area: DropArea;
}

/**
 * What the library knows of the page: one thing to be dragged, which is whatever was pressed last, and one to drop it in. It
 * draws each of its own anew whenever a drag begins, ends, or passes another, and looks for them all through what it is put
 * around. So it is put around nothing but this.
 */
export function Wires({ press, area }: Props) {
  const { listeners, setNodeRef: aim } = useDraggable({ id: 'source' });
  const { setNodeRef: follow } = useDroppable({ id: areaId });
  useLayoutEffect(() => {
    press.current = (name, event) => {
      aim(sourceElement(event.target));
      listeners?.[name]?.(event);
    };
  }, [press, aim, listeners]);
  useLayoutEffect(() => area.follow(follow), [area, follow]);
  return null;
}
