import { FileCode, FolderOpen, FolderPlus } from 'lucide-react';
import { lazy, Suspense, useEffect } from 'react';
import { useRequest } from '../../app/commands/requests.ts';
import { firstScreenDrawn } from '../../app/firstScreen.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import type { useShellState } from '../../app/preferences/usePreferences.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PlainButton } from '../../components/PlainButton.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { RecentList } from './RecentList.tsx';
import styles from './StartScreen.module.css';
import { useOpening } from './useOpening.ts';

/** They use Ant Design, which the first screen does not wait for. */
const Switches = lazy(async () => {
  await firstScreenDrawn;
  return { default: (await import('./Switches.tsx')).Switches };
});

type State = NonNullable<ReturnType<typeof useShellState>['data']>;

/** What is seen while no workspace is open. */
export function StartScreen({ state }: { state: State }) {
  const { t } = useWords();
  const opening = useOpening();
  const busy = opening.isPending;
  useRequest('workspace.sample', busy ? null : () => opening.mutate({ how: 'sample' }));
  useRequest('workspace.playbook', busy ? null : () => opening.mutate({ how: 'playbook' }));
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
          <Suspense>
            <Switches preferences={state.preferences} />
          </Suspense>
        </div>
        <div className={styles['content']}>
          {opening.isError && <ErrorNotice error={opening.error} />}
          <section className={styles['sample']} aria-labelledby="start-sample">
            <div className={styles['words']}>
              <h2 id="start-sample">{t('start.sampleTitle')}</h2>
              <p>{t('start.sampleBody')}</p>
            </div>
            <PlainButton primary disabled={busy} onClick={() => opening.mutate({ how: 'sample' })}>
              {t('start.openSample')}
            </PlainButton>
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
            <PlainButton icon={FolderPlus} disabled={busy} onClick={() => opening.mutate({ how: 'create' })}>
              {t('start.create')}
            </PlainButton>
            <PlainButton icon={FolderOpen} disabled={busy} onClick={() => opening.mutate({ how: 'open' })}>
              {t('start.open')}
            </PlainButton>
          </section>
          <section className={styles['own']} aria-labelledby="start-playbook">
            <div className={styles['words']}>
              <h2 id="start-playbook">{t('start.playbookTitle')}</h2>
              <p>{t('start.playbookBody')}</p>
            </div>
            <PlainButton icon={FileCode} disabled={busy} onClick={() => opening.mutate({ how: 'playbook' })}>
              {t('start.playbook')}
            </PlainButton>
            {busy && opening.variables?.how === 'playbook' && opening.progress && (
              <div className={styles['progress']}>
                <ProgressLine progress={opening.progress} title={t('start.filling')} onCancel={opening.cancel} />
              </div>
            )}
          </section>
          <RecentList recent={state.recent} disabled={busy} onOpen={(id) => opening.mutate({ how: 'recent', id })} />
        </div>
      </main>
    </div>
  );
}
