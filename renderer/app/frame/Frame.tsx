import { useEffect } from 'react';
import type { Preferences } from '#shared/contract/index.ts';
import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { useWords } from '../i18n/useWords.ts';
import { useUi } from '../state/ui.ts';
import { AreaView } from './AreaView.tsx';
import styles from './Frame.module.css';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';

interface Props {
  workspace: { name: string; sample: boolean };
  preferences: Preferences;
}

/** The window with a workspace open: rail, bar and the area that is chosen. */
export function Frame({ workspace, preferences }: Props) {
  const { t } = useWords();
  const current = useUi((state) => state.area);
  useEffect(() => {
    document.title = `${t(`common.areas.${current}`)} · ${workspace.name} · ${t('common.productFull')}`;
  }, [t, current, workspace.name]);
  return (
    <div className={styles['frame']}>
      <Rail />
      <TopBar name={workspace.name} sample={workspace.sample} preferences={preferences} />
      <main className={styles['work']} aria-label={t(`common.areas.${current}`)}>
        <ErrorBoundary key={current}>
          <AreaView id={current} />
        </ErrorBoundary>
      </main>
    </div>
  );
}
