import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useContext, useMemo } from 'react';
import { useWords } from '../i18n/useWords.ts';
import { antdTheme } from './antdTheme.ts';
import { nonce } from './nonce.ts';
import { SchemeContext } from './palette.ts';
import { useMotion } from './useScheme.ts';

/** Ant Design in our theme and language. Whatever uses it is loaded after the first screen, and stands below this. */
/** Below the bar: what it says of the workspace stays to be read. */
const barHeight = 44;

export function KitProvider({ children }: { children: ReactNode }) {
  const { locale } = useWords();
  const scheme = useContext(SchemeContext);
  const motion = useMotion();
  const theme = useMemo(() => antdTheme(scheme, motion), [scheme, motion]);
  return (
    <ConfigProvider
      csp={{ nonce }}
      theme={theme}
      locale={locale === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App component={false} message={{ maxCount: 3, top: barHeight }}>
        {children}
      </App>
    </ConfigProvider>
  );
}
