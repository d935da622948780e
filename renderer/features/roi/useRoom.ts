import { useSyncExternalStore } from 'react';

const tall = window.matchMedia('(min-height: 760px)');
const wide = window.matchMedia('(min-width: 1181px)');

/** Whether the window is higher than that of a small laptop. */
export const useTallWindow = (): boolean => useMatch(tall);

/** Whether the window is as wide as that of a laptop without scaling. */
export const useWideWindow = (): boolean => useMatch(wide);

function useMatch(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
}
