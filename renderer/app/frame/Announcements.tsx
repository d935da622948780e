import { App } from 'antd';
import { useEffect } from 'react';
import { onAnnounce } from '../announce.ts';

/** Says quietly what the user should know. */
export function Announcements() {
  const { message } = App.useApp();
  useEffect(
    () =>
      onAnnounce(({ text, tone = 'info', about, seconds = tone === 'error' ? 8 : 3 }) => {
        const key = about === undefined ? {} : { key: about };
        void message.open({ ...key, type: tone, content: text, duration: seconds });
      }),
    [message],
  );
  return null;
}
