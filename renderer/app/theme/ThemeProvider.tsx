import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import type { Preferences } from '#shared/contract/index.ts';
import { switchLanguage } from '../i18n/index.ts';
import { antdTheme } from './antdTheme.ts';
import { applyTokens } from './cssVariables.ts';
import { nonce } from './nonce.ts';
import { SchemeContext } from './palette.ts';
import { useMotion, useScheme } from './useScheme.ts';

/** Gives the tokens of the chosen theme and language to everything below. */
export function ThemeProvider({ preferences, children }: { preferences: Preferences; children: ReactNode }) {
  const scheme = useScheme(preferences.theme);
  const motion = useMotion();
  const theme = useMemo(() => antdTheme(scheme, motion), [scheme, motion]);
  useLayoutEffect(() => applyTokens(scheme), [scheme]);
  useLayoutEffect(() => switchLanguage(preferences.locale), [preferences.locale]);
  return (
    <ConfigProvider
      csp={{ nonce }}
      theme={theme}
      locale={preferences.locale === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App component={false} message={{ maxCount: 3 }}>
        <SchemeContext value={scheme}>{children}</SchemeContext>
      </App>
    </ConfigProvider>
  );
}
