import { Button } from 'antd';
import { slowDiskAdvice } from '#shared/intake/index.ts';
import { formatBytes, formatCount, formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { WorkHeader } from '../../components/WorkHeader.tsx';
import { withColumnType } from './choices.ts';
import styles from './ImportFile.module.css';
import { cancelLoad, type QueuedFile, useQueue } from './queue.ts';
import { ReadSettings } from './ReadSettings.tsx';
import { Remarks } from './Remarks.tsx';
import { SampleTable } from './SampleTable.tsx';
import { SecretColumns, secretsDecided } from './SecretColumns.tsx';
import { titleOf } from './titleOf.ts';
import { useInspect } from './useInspect.ts';

const sureEnough = 0.8;

interface Props {
  file: QueuedFile;
  onLoad(name: string): void;
  onLoadAll(name: string): void;
  /** Undefined where there is only this file. */
  loadAllLabel: string | undefined;
  /** What makes one table of all, or takes such a table apart again. */
  together: { label: string; run(): void } | undefined;
}

/** One file before it is loaded: how it would be read, a sample of it, and the button that loads it. */
export function ImportFile({ file, onLoad, onLoadAll, loadAllLabel, together }: Props) {
  const { t, locale } = useWords();
  const change = useQueue((state) => state.change);
  const discard = useQueue((state) => state.discard);
  const inspection = useInspect(file);
  const preview = inspection.preview;
  const busy = file.state !== 'open';
  const name = file.target?.name ?? file.datasetName ?? preview?.suggestedName ?? '';
  const undecided = preview !== undefined && !secretsDecided(preview, file.options);
  const looked = preview !== undefined && !inspection.isFetching && !inspection.isError;
  const ready = looked && !undecided && name.trim() !== '' && !busy;
  const setOptions = (options: QueuedFile['options']) => change(file.token, { options, error: null });
  return (
    <div className={styles['panel']}>
      <WorkHeader
        title={<h1>{titleOf(t, file)}</h1>}
        note={formatBytes(file.bytes)}
        actions={
          <>
            <Button type="text" disabled={busy} onClick={() => discard(file.token)}>
              {t('intake.discard')}
            </Button>
            {together && (
              <Button disabled={busy} onClick={together.run}>
                {together.label}
              </Button>
            )}
            {loadAllLabel && (
              <Button disabled={busy} onClick={() => onLoadAll(name.trim())}>
                {loadAllLabel}
              </Button>
            )}
            <Button
              type="primary"
              disabled={!ready}
              title={undecided ? t('privacy.secrets.confirmFirst') : undefined}
              onClick={() => onLoad(name.trim())}
            >
              {file.target ? t('intake.again.load') : t('intake.load')}
            </Button>
          </>
        }
      />
      {file.target && (
        <p className={styles['target']}>
          {t('intake.again.becomes', { name: file.target.name, version: String(file.target.version + 1) })}
          {(file.target.repaired?.length ?? 0) > 0 &&
            t('intake.again.repairs', { rows: formatCount(file.target.repaired?.length ?? 0) })}
        </p>
      )}
      {busy && (
        <div className={styles['loading']}>
          <ProgressLine
            progress={file.progress}
            title={
              file.state === 'waiting' ? t('intake.waiting') : file.progress ? name : t('intake.loading', { name })
            }
            onCancel={() => cancelLoad(file.token)}
          />
        </div>
      )}
      {file.error !== null && <ErrorNotice error={file.error} title={t('intake.loadFailed')} />}
      {inspection.isError && <ErrorNotice error={inspection.error} onRetry={() => void inspection.refetch()} />}
      {!preview && inspection.isPending && (
        <div className={styles['loading']}>
          <ProgressLine progress={inspection.progress} title={t('intake.inspecting')} />
        </div>
      )}
      {preview && (
        <>
          <section className={styles['card']} aria-label={t('intake.title')}>
            <ReadSettings
              preview={preview}
              options={file.options}
              name={name}
              disabled={busy}
              nameFixed={file.target !== null}
              onName={(datasetName) => change(file.token, { datasetName })}
              onOptions={setOptions}
            />
          </section>
          <SecretColumns preview={preview} options={file.options} disabled={busy} onOptions={setOptions} />
          <div className={styles['caption']} aria-live="polite">
            {preview.noRows ? (
              <AmberBadge>{t('intake.noRows', { columns: String(preview.columns.length) })}</AmberBadge>
            ) : (
              <span>
                {t('intake.sample', {
                  count: preview.sample.length,
                  rows: String(preview.sample.length),
                  columns: String(preview.columns.length),
                })}
              </span>
            )}
            {preview.gzip && <span>{t('intake.gzip')}</span>}
            {preview.bom && <span>{t('intake.bom')}</span>}
            {preview.confidence < sureEnough ? (
              <AmberBadge>{t('intake.lowConfidence')}</AmberBadge>
            ) : (
              <span>{t('intake.confidence', { share: formatShare(preview.confidence) })}</span>
            )}
            {preview.typesFixed && <span>{t('intake.typesFixed')}</span>}
            {inspection.isFetching && <span className={styles['fresh']}>{t('intake.reinspecting')}</span>}
          </div>
          {preview.disk && !busy && (
            <p className={styles['disk']} role="note">
              {slowDiskAdvice(preview.disk, locale)}
            </p>
          )}
          <Remarks remarks={preview.remarks} />
          <SampleTable
            preview={preview}
            disabled={busy}
            onType={(column, type) => setOptions(withColumnType(file.options, column, type))}
          />
        </>
      )}
    </div>
  );
}
