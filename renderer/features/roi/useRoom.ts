import { useSyncExternalStore } from 'react';

const tall = window.matchMedia('(min-height: 760px)');

/** Whether the window is higher than that of a small laptop. */
export function useTallWindow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      tall.addEventListener('change', changed);
      return () => tall.removeEventListener('change', changed);
    },
    () => tall.matches,
  );
}
