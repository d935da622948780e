import { type ReactNode, useLayoutEffect } from 'react';
import type { Preferences } from '#shared/contract/index.ts';
import { switchLanguage } from '../i18n/index.ts';
import { applyTokens } from './cssVariables.ts';
import { SchemeContext } from './palette.ts';
import { useScheme } from './useScheme.ts';

/** Gives the tokens of the chosen theme and the words of the chosen language to everything below. */
export function SchemeProvider({ preferences, children }: { preferences: Preferences; children: ReactNode }) {
  const scheme = useScheme(preferences.theme);
  useLayoutEffect(() => applyTokens(scheme), [scheme]);
  useLayoutEffect(() => switchLanguage(preferences.locale), [preferences.locale]);
  return <SchemeContext value={scheme}>{children}</SchemeContext>;
}
