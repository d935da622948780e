import i18next, { type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Locale } from '#shared/errors/index.ts';

interface Words {
  readonly t: TFunction;
  readonly locale: Locale;
}

let words: Words | null = null;

const read = (): Words => {
  words ??= { t: i18next.getFixedT(i18next.language), locale: i18next.language === 'en' ? 'en' : 'zh' };
  return words;
};

const listeners = new Set<() => void>();

i18next.on('languageChanged', () => {
  words = null;
  for (const listener of listeners) listener();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The words of the current language, and which it is. One store for all who ask: nearly every component does, rows of long
 * lists several times over, and a state and an effect of its own for each would cost more than its words.
 */
export function useWords(): Words {
  return useSyncExternalStore(subscribe, read);
}
