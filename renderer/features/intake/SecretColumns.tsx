import { Button } from 'antd';
import { ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import type { Preview, ReadOptions } from '#shared/intake/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { withColumn } from './choices.ts';
import styles from './SecretColumns.module.css';

interface Props {
  preview: Preview;
  options: ReadOptions;
  disabled: boolean;
  onOptions(options: ReadOptions): void;
}

/** Columns that look like secrets: the analyst confirms that they are left out, or says why one is none. */
export function SecretColumns({ preview, options, disabled, onOptions }: Props) {
  const { t } = useWords();
  const [keeping, setKeeping] = useState<string | null>(null);
  const secrets = secretColumns(preview);
  if (secrets.length === 0) return null;
  const said = (column: string) => options.columns?.find((each) => each.column === column);
  const undecided = secrets.filter((column) => said(column)?.skip === undefined);
  const skipAll = () =>
    onOptions(undecided.reduce((changed, column) => withColumn(changed, { column, skip: true }), options));
  const title = undecided.length > 0 ? 'privacy.secrets.title' : 'privacy.secrets.settled';
  const heading = t(title, { count: secrets.length });
  return (
    <section className={styles['secrets']} aria-label={heading}>
      <ShieldAlert size={16} className={styles['icon']} aria-hidden />
      <div className={styles['body']}>
        <p className={styles['title']}>{heading}</p>
        <p>{t('privacy.secrets.body')}</p>
        <ul className={styles['list']}>
          {secrets.map((column) => {
            const { skip, reason } = said(column) ?? {};
            return (
              <li key={column}>
                <strong title={column}>{column}</strong>
                {skip === undefined ? (
                  <Button type="link" size="small" disabled={disabled} onClick={() => setKeeping(column)}>
                    {t('privacy.secrets.keep')}
                  </Button>
                ) : (
                  <>
                    <span>
                      {skip ? t('privacy.secrets.skipped') : t('privacy.secrets.kept', { reason: reason ?? '' })}
                    </span>
                    <Button
                      type="link"
                      size="small"
                      disabled={disabled}
                      onClick={() => onOptions(withColumn(options, { column, skip: undefined, reason: undefined }))}
                    >
                      {t('privacy.secrets.undo')}
                    </Button>
                  </>
                )}
              </li>
            );
          })}
        </ul>
      </div>
      {undecided.length > 0 && (
        <Button type="primary" disabled={disabled} onClick={skipAll}>
          {t('privacy.secrets.skip')}
        </Button>
      )}
      {keeping !== null && (
        <ReasonDialog
          title={t('privacy.secrets.keepTitle', { column: keeping })}
          body={t('privacy.secrets.keepBody')}
          confirm={t('intake.load')}
          onConfirm={async (reason) => onOptions(withColumn(options, { column: keeping, skip: false, reason }))}
          onClose={() => setKeeping(null)}
        />
      )}
    </section>
  );
}

const secretColumns = (preview: Preview) =>
  preview.columns.filter(({ sensitivity }) => sensitivity === 'secret').map(({ column }) => column);

/** Whether it has been said of every column that looks like a secret what becomes of it. */
export function secretsDecided(preview: Preview, options: ReadOptions): boolean {
  const said = new Set((options.columns ?? []).filter(({ skip }) => skip !== undefined).map(({ column }) => column));
  return secretColumns(preview).every((column) => said.has(column));
}
