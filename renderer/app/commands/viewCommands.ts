import { Languages, Monitor, Moon, Search, Sun } from 'lucide-react';
import { themes } from '#shared/contract/index.ts';
import { changePreferences } from '../preferences/usePreferences.ts';
import type { Command } from './command.ts';
import { usePaletteState } from './palette/state.ts';

const themeIcons = { light: Sun, dark: Moon, system: Monitor } as const;

/** How the window looks and speaks, and the palette. */
export const viewCommands: readonly Command[] = [
  {
    id: 'palette',
    group: 'view',
    icon: Search,
    shortcuts: ['Mod+K'],
    title: (t) => t('commands.palette.title'),
    when: () => true,
    run: () => usePaletteState.getState().toggle(),
  },
  {
    id: 'language',
    group: 'view',
    icon: Languages,
    begins: true,
    title: (t) => t('commands.language'),
    keywords: (t) => t('common.frame.language'),
    when: () => true,
    run: ({ preferences }) => changePreferences({ locale: preferences.locale === 'zh' ? 'en' : 'zh' }),
  },
  ...themes.map(
    (theme): Command => ({
      id: `theme.${theme}`,
      group: 'view',
      icon: themeIcons[theme],
      begins: theme === 'light',
      title: (t) => t('commands.theme', { theme: t(`common.frame.themes.${theme}`) }),
      when: ({ preferences }) => preferences.theme !== theme,
      run: () => changePreferences({ theme }),
    }),
  ),
];
