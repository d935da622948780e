import { Button } from 'antd';
import { FolderOpen, FolderPlus } from 'lucide-react';
import { useEffect } from 'react';
import { useRequest } from '../../app/commands/requests.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { PreferenceSwitches } from '../../app/preferences/PreferenceSwitches.tsx';
import type { useShellState } from '../../app/preferences/usePreferences.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { RecentList } from './RecentList.tsx';
import styles from './StartScreen.module.css';
import { useOpening } from './useOpening.ts';

type State = NonNullable<ReturnType<typeof useShellState>['data']>;

/** What is seen while no workspace is open. */
export function StartScreen({ state }: { state: State }) {
  const { t } = useWords();
  const opening = useOpening();
  const busy = opening.isPending;
  useRequest('workspace.sample', busy ? null : () => opening.mutate({ how: 'sample' }));
  useRequest('workspace.create', busy ? null : () => opening.mutate({ how: 'create' }));
  useRequest('workspace.open', busy ? null : () => opening.mutate({ how: 'open' }));
  const preparingSample = busy && opening.variables?.how === 'sample';
  useEffect(() => {
    document.title = t('common.productFull');
  }, [t]);
  return (
    <div className={styles['screen']}>
      <header className={styles['rail']}>
        <h1 className={styles['brand']}>
          <span lang="zh">客镜</span>
          <span className={styles['latin']}>Clientscope</span>
        </h1>
        <p className={styles['promise']}>{t('start.promise')}</p>
        <p className={styles['version']}>
          {t('start.offline')} · {t('start.version', { version: state.version })}
        </p>
      </header>
      <main className={styles['main']}>
        <div className={styles['switches']}>
          <PreferenceSwitches preferences={state.preferences} />
        </div>
        <div className={styles['content']}>
          {opening.isError && <ErrorNotice error={opening.error} />}
          <section className={styles['sample']} aria-labelledby="start-sample">
            <div className={styles['words']}>
              <h2 id="start-sample">{t('start.sampleTitle')}</h2>
              <p>{t('start.sampleBody')}</p>
            </div>
            <Button type="primary" disabled={busy} onClick={() => opening.mutate({ how: 'sample' })}>
              {t('start.openSample')}
            </Button>
            {preparingSample && (
              <div className={styles['progress']}>
                <ProgressLine progress={opening.progress} title={t('start.preparing')} />
              </div>
            )}
          </section>
          <section className={styles['own']} aria-labelledby="start-own">
            <div className={styles['words']}>
              <h2 id="start-own">{t('start.ownTitle')}</h2>
              <p>{t('start.ownBody')}</p>
            </div>
            <Button
              disabled={busy}
              icon={<FolderPlus size={15} strokeWidth={1.75} aria-hidden />}
              onClick={() => opening.mutate({ how: 'create' })}
            >
              {t('start.create')}
            </Button>
            <Button
              disabled={busy}
              icon={<FolderOpen size={15} strokeWidth={1.75} aria-hidden />}
              onClick={() => opening.mutate({ how: 'open' })}
            >
              {t('start.open')}
            </Button>
          </section>
          <RecentList recent={state.recent} disabled={busy} onOpen={(id) => opening.mutate({ how: 'recent', id })} />
        </div>
      </main>
    </div>
  );
}
