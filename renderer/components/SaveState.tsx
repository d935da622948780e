import { useWords } from '../app/i18n/useWords.ts';
import styles from './SaveState.module.css';

export type Saving = 'saved' | 'saving' | 'unsaved';

/** Says whether what is on screen has been kept, and as which version. */
export function SaveState({ state, version }: { state: Saving; version?: number | undefined }) {
  const { t } = useWords();
  return (
    <span className={styles['state']} role="status">
      {version !== undefined && `${t('common.states.version', { version: String(version) })} · `}
      {t(`common.states.${state}`)}
    </span>
  );
}
