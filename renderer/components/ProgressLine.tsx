import type { CallProgress } from '#shared/contract/index.ts';
import { slowDiskProgress } from '#shared/intake/index.ts';
import { formatCount } from '../app/format/numbers.ts';
import { useWords } from '../app/i18n/useWords.ts';
import { PlainButton } from './PlainButton.tsx';
import styles from './ProgressLine.module.css';

interface Props {
  progress: CallProgress | null;
  /** What is going on, where the stage alone does not say it. */
  title?: string | undefined;
  onCancel?: (() => void) | undefined;
}

/** The one way long work is shown: stage, share where it is known, rows, a slow disk, and a way out. */
export function ProgressLine({ progress, title, onCancel }: Props) {
  const { t, locale } = useWords();
  const share = progress?.share ?? null;
  const percent = share === null ? null : Math.floor(share * 100);
  const stage = progress ? t(`common.progress.stages.${progress.stage}`) : undefined;
  const what = [title, stage].filter(Boolean).join(' · ');
  return (
    <div className={styles['line']}>
      <div className={styles['text']}>
        <span>{what || t('common.states.loading')}</span>
        <span className={styles['figures']}>
          {progress?.rows !== undefined && t('common.progress.rows', { rows: formatCount(progress.rows) })}
          {percent !== null && ` ${percent}%`}
        </span>
      </div>
      <div
        className={styles['track']}
        role="progressbar"
        aria-label={what || t('common.progress.label')}
        {...(percent === null ? {} : { 'aria-valuenow': percent, 'aria-valuemin': 0, 'aria-valuemax': 100 })}
      >
        <div
          className={percent === null ? styles['unknown'] : styles['known']}
          style={percent === null ? undefined : { transform: `scaleX(${percent / 100})` }}
        />
      </div>
      {progress?.disk && (
        <span className={styles['disk']} aria-live="polite">
          {slowDiskProgress(progress.disk, locale)}
        </span>
      )}
      {onCancel && (
        <PlainButton small onClick={onCancel}>
          {t('common.actions.cancel')}
        </PlainButton>
      )}
    </div>
  );
}
