import { X } from 'lucide-react';
import type { z } from 'zod';
import type { recentWorkspaceSchema } from '#shared/contract/index.ts';
import { formatMoment } from '../../app/format/dates.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { shell } from '../../app/ports/clients.ts';
import { queryClient } from '../../app/query/client.ts';
import { keys } from '../../app/query/keys.ts';
import styles from './RecentList.module.css';

interface Props {
  recent: readonly z.infer<typeof recentWorkspaceSchema>[];
  disabled: boolean;
  onOpen(id: string): void;
}

async function forget(id: string): Promise<void> {
  await shell.call('shell.forgetRecent', { id });
  await queryClient.invalidateQueries({ queryKey: keys.shellState });
}

/** Workspaces opened lately. Forgetting one leaves its folder alone. */
export function RecentList({ recent, disabled, onOpen }: Props) {
  const { t } = useWords();
  return (
    <section className={styles['recent']} aria-labelledby="start-recent">
      <h2 id="start-recent">{t('start.recent')}</h2>
      {recent.length === 0 && <p className={styles['none']}>{t('start.noRecent')}</p>}
      <ul>
        {recent.map((item) => (
          <li key={item.id} className={styles['item']}>
            <button type="button" className={styles['open']} disabled={disabled} onClick={() => onOpen(item.id)}>
              <span className={styles['name']}>{item.name}</span>
              <span className={styles['path']} title={item.path}>
                <bdi>{item.path}</bdi>
              </span>
              <span className={styles['when']}>{formatMoment(item.openedAt)}</span>
            </button>
            <button
              type="button"
              className={styles['forget']}
              aria-label={t('start.forget', { name: item.name })}
              title={t('start.forget', { name: item.name })}
              onClick={() => void forget(item.id)}
            >
              <X size={15} strokeWidth={1.75} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
