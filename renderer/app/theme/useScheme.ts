import { useSyncExternalStore } from 'react';
import type { Preferences } from '#shared/contract/index.ts';
import type { Scheme } from './tokens.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const reduced = window.matchMedia('(prefers-reduced-motion: reduce)');

function useMedia(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
}

/** What the system asks for, now. */
export const systemScheme = (): Scheme => (dark.matches ? 'dark' : 'light');

/** The scheme to draw with: the user's choice, or the system's where that is the choice. */
export function useScheme(choice: Preferences['theme']): Scheme {
  const system = useMedia(dark) ? 'dark' : 'light';
  return choice === 'system' ? system : choice;
}

/** False where the system asks for less motion. */
export function useMotion(): boolean {
  return !useMedia(reduced);
}
