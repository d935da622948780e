import type { ReactNode } from 'react';
import { formatBytes } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { ItemList } from '../../components/ItemList.tsx';
import { type QueuedFile, useQueue } from './queue.ts';
import { titleOf } from './titleOf.ts';
import { useUnreadable } from './useLoadable.ts';

/** The files that wait to be loaded, where there are any. */
export function QueueList() {
  const { t } = useWords();
  const files = useQueue((state) => state.files);
  const current = useQueue((state) => state.current);
  const show = useQueue((state) => state.show);
  const unreadable = useUnreadable(files);
  if (files.length === 0) return null;
  return (
    <ItemList
      label={t('intake.queue')}
      selected={current}
      onSelect={show}
      items={files.map((file) => ({
        id: file.token,
        title: titleOf(t, file),
        note: file.state === 'open' ? openNote(file) : stateNote(file.progress?.share ?? null),
      }))}
    />
  );

  function openNote(file: QueuedFile): ReactNode {
    if (unreadable.has(file.token)) return <AmberBadge>{t('intake.unreadable')}</AmberBadge>;
    return formatBytes(file.bytes);
  }

  function stateNote(share: number | null): string {
    return share === null ? t('intake.waiting') : `${Math.floor(share * 100)}%`;
  }
}
