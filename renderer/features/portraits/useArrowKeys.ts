import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Moves among the buttons of a group marked `data-roving` by arrow keys, Home and End: the group is one stop of the tab key. */
export function useArrowKeys() {
  return (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-roving]')];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    if (at < 0) return;
    const step = steps[event.key];
    const to =
      step !== undefined ? at + step : event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : -1;
    const next = buttons[to];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
}
