import { type KeyboardCoordinateGetter, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import type { KeyboardEvent as ReactKeyboardEvent, PointerEvent as ReactPointerEvent } from 'react';
import type { Step } from '../rule/slots.ts';

/** What a press on is for something else than dragging. */
const busy = 'button, input, textarea, a, [role="combobox"], .ant-select';

/** The attribute under which an element carries the key of what a drag that begins on it drags. */
export const sourceAttribute = 'data-source';

/** The element of what would be dragged from here: the innermost that carries a key. */
export function sourceElement(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(`[${sourceAttribute}]`) : null;
}

const keyboardCodes = { start: ['Space'], end: ['Space', 'Enter'], cancel: ['Escape', 'Tab'] };

/** Picks up a node wherever it is pressed that is not a control of its own; a palette entry and a handle are both. */
class NodePointerSensor extends PointerSensor {
  static override activators = [
    {
      eventName: 'onPointerDown' as const,
      handler: ({ nativeEvent, currentTarget }: ReactPointerEvent) => {
        const { target, isPrimary, button } = nativeEvent;
        if (!isPrimary || button !== 0 || !(target instanceof Element)) return false;
        // Lists that a control opens lie elsewhere on the page and are still children for React.
        if (!currentTarget.contains(target)) return false;
        const control = target.closest(busy);
        if (control && !control.matches('[data-handle]')) return false;
        return sourceElement(target) !== null;
      },
    },
  ];
}

/** Picks up what a handle is of, or a palette entry, while the focus is on it. */
class HandleKeyboardSensor extends KeyboardSensor {
  static override activators = [
    {
      eventName: 'onKeyDown' as const,
      handler: (event: ReactKeyboardEvent) => {
        const { target, code } = event.nativeEvent;
        if (!keyboardCodes.start.includes(code)) return false;
        if (!(target instanceof Element) || !target.matches('[data-handle]')) return false;
        if (!sourceElement(target)) return false;
        event.preventDefault();
        return true;
      },
    },
  ];
}

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};

/**
 * Mouse and keyboard. A drag begins after a few pixels, so that a click stays a click; by keyboard with the space bar,
 * because Enter opens the menu of a handle. `goTo` answers where on the screen the place lies that a key leads to.
 */
export function useNodeSensors(goTo: (step: Step) => { x: number; y: number } | null) {
  const coordinateGetter: KeyboardCoordinateGetter = (event, { currentCoordinates }) => {
    const step = steps[event.code];
    if (!step) return undefined;
    event.preventDefault();
    return goTo(step) ?? currentCoordinates;
  };
  return useSensors(
    useSensor(NodePointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(HandleKeyboardSensor, { coordinateGetter, scrollBehavior: 'auto' as const, keyboardCodes }),
  );
}
