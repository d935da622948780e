import { type KeyboardCoordinateGetter, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import type { PointerEvent as ReactPointerEvent } from 'react';
import type { Step } from '../rule/slots.ts';

/** What a press on is for something else than dragging. */
const busy = 'button, input, textarea, a, [role="combobox"], .ant-select';

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
        return !control || control.matches('[data-handle]');
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
    useSensor(KeyboardSensor, {
      coordinateGetter,
      scrollBehavior: 'auto',
      keyboardCodes: { start: ['Space'], end: ['Space', 'Enter'], cancel: ['Escape', 'Tab'] },
    }),
  );
}
