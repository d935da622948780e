import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';

/** What the frame of a pair needs so that arrows lead from one to the next. */
export interface PairFrame {
  ref: (element: HTMLElement | null) => void;
  onArrow(event: KeyboardEvent, step: number): void;
  /** Where the focus goes when this pair has left the list. */
  onLeave(): void;
}

/** Moves the focus along the pairs shown, also past one that was decided and is gone. */
export function usePairKeys(names: readonly string[]): (name: string) => PairFrame {
  const frames = useRef(new Map<string, HTMLElement>());
  const waiting = useRef<number | null>(null);
  const focus = (at: number) => {
    const name = names[Math.min(Math.max(0, at), names.length - 1)];
    if (name !== undefined) frames.current.get(name)?.focus();
  };
  useLayoutEffect(() => {
    if (waiting.current === null || names.length === 0) return;
    focus(waiting.current);
    waiting.current = null;
  });
  return (name) => ({
    ref: (element) => {
      if (element) frames.current.set(name, element);
      else frames.current.delete(name);
    },
    onArrow: (event, step) => {
      event.preventDefault();
      focus(names.indexOf(name) + step);
    },
    onLeave: () => {
      waiting.current = names.indexOf(name);
    },
  });
}
