import { App } from 'antd';
import { useEffect } from 'react';
import { useWords } from '../i18n/useWords.ts';
import { showPreferences } from '../preferences/usePreferences.ts';
import { followEvents } from '../query/events.ts';

/** Follows what main and the engine announce, and says quietly what the user should know of it. */
export function Announcements() {
  const { message } = App.useApp();
  const { t } = useWords();
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
