import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useContext, useMemo } from 'react';
import { useWords } from '../i18n/useWords.ts';
import { antdTheme } from './antdTheme.ts';
import { nonce } from './nonce.ts';
import { SchemeContext } from './palette.ts';
import { useMotion } from './useScheme.ts';

/** Of messages, in pixels: below the bar, so that the name of the workspace stays to be read. */
const messagesFrom = 44;

/** Ant Design in our theme and language. Whatever uses it is loaded after the first screen, and stands below this. */
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
      <App component={false} message={{ maxCount: 3, top: messagesFrom }}>
        {children}
      </App>
    </ConfigProvider>
  );
}
