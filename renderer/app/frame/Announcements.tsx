import { App } from 'antd';
import { useEffect } from 'react';
import { onAnnounce } from '../announce.ts';
import { useWords } from '../i18n/useWords.ts';
import { showPreferences } from '../preferences/usePreferences.ts';
import { followEvents } from '../query/events.ts';

/** Says quietly what the user should know: what main and the engine announce, and what the window itself has done. */
export function Announcements() {
  const { message } = App.useApp();
  const { t } = useWords();
  useEffect(
    () =>
      onAnnounce(({ text, tone = 'info', about }) => {
        const key = about === undefined ? {} : { key: about };
        void message.open({ ...key, type: tone, content: text, duration: tone === 'error' ? 8 : 3 });
      }),
    [message],
  );
  useEffect(
    () =>
      followEvents((event) => {
        if (event.type === 'preferencesChanged') showPreferences(event.preferences);
        else if (event.reopened) message.info(t('common.frame.restarted'), 6);
        else message.warning(t('common.frame.restartedLost'), 10);
      }),
    [message, t],
  );
  return null;
}
