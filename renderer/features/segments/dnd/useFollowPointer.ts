import { useEffect } from 'react';
import { slotId } from '../rule/slots.ts';
import type { DropArea } from './area.ts';
import { type Drag, useRuleDrag } from './drag.ts';

/** While something is dragged by a pointer, keeps up which place lies under it, when the page is scrolled below it too. */
export function useFollowPointer(area: DropArea, drag: Drag | null): void {
  useEffect(() => {
    if (!drag || drag.keyed) return;
    let at: { x: number; y: number } | null = null;
    const find = () => {
      if (!at) return;
      const slot = area.slotAt(at.x, at.y, drag.allowed);
      const known = useRuleDrag.getState().slot;
      if ((slot && slotId(slot)) !== (known && slotId(known))) useRuleDrag.setState({ slot });
    };
    const moved = ({ clientX, clientY }: PointerEvent) => {
      at = { x: clientX, y: clientY };
      find();
    };
    window.addEventListener('pointermove', moved);
    window.addEventListener('scroll', find, { capture: true, passive: true });
    return () => {
      window.removeEventListener('pointermove', moved);
      window.removeEventListener('scroll', find, { capture: true });
    };
  }, [area, drag]);
}
