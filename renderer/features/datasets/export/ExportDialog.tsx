import { Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { GridView } from '#shared/contract/index.ts';
import { toAppError } from '#shared/errors/index.ts';
import { clientKeysOf, type ExportRequest, exportEncodings, lineEnds, treatmentOf } from '#shared/exports/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { isReason } from '#shared/privacy/reason.ts';
import { useDefinitions } from '../../../app/definitions/useDefinitions.ts';
import { formatBytes, formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { rememberReason } from '../../../app/privacy/reasons.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ExportedFile } from '../../../components/ExportedFile.tsx';
import { ProgressLine } from '../../../components/ProgressLine.tsx';
import { ReasonInput } from '../../../components/ReasonInput.tsx';
import { ExportColumns } from './ExportColumns.tsx';
import styles from './ExportDialog.module.css';
import { useExport } from './useExport.ts';

interface Props {
  dataset: Dataset;
  /** Its filters and sort are those of the export. */
  view: GridView;
  rows: number;
  onClose(): void;
}

/** Which columns of what the grid shows are written, how, and why anything is not masked. */
export function ExportDialog({ dataset, view, rows, onClose }: Props) {
  const { t, locale } = useWords();
  const { definitions } = useDefinitions('clients');
  const clientKeys = useMemo(
    () =>
      clientKeysOf(
        (definitions ?? []).map(({ body }) => body),
        dataset.name,
      ),
    [definitions, dataset.name],
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(dataset.fields.map(({ name }) => name)));
  const [unmasked, setUnmasked] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [encoding, setEncoding] = useState<ExportRequest['encoding']>('utf-8');
  const [lineEnd, setLineEnd] = useState<ExportRequest['lineEnd']>('crlf');
  const writing = useExport();

  const fields = dataset.fields.filter(({ name }) => chosen.has(name));
  const shown = fields.filter(({ name }) => unmasked.has(name)).map(({ name }) => name);
  const pseudonyms = fields.filter(
    (field) => !unmasked.has(field.name) && treatmentOf(field, clientKeys) === 'pseudonym',
  );
  const names = (list: readonly string[]) => list.join(locale === 'zh' ? '、' : ', ');
  const ready = fields.length > 0 && definitions !== undefined && (shown.length === 0 || isReason(reason));
  const run = () => {
    const request: ExportRequest = {
      dataset: dataset.id,
      sort: view.sort,
      filters: view.filters,
      fields: fields.map(({ name }) => name),
      unmasked: shown,
      reason: shown.length === 0 ? null : reason.trim(),
      encoding,
      lineEnd,
    };
    if (shown.length > 0) rememberReason(reason);
    writing.mutate({ name: dataset.name, request });
  };
  const failed = writing.isError && toAppError(writing.error).code !== 'cancelled';
  const close = () => {
    writing.cancel();
    onClose();
  };
  return (
    <Modal
      open
      title={t('privacy.export.title', { name: dataset.name })}
      okText={t('privacy.export.run')}
      // What is written is not taken back.
      cancelText={t(writing.data ? 'common.actions.close' : 'common.actions.cancel')}
      okButtonProps={{ disabled: !ready || writing.isPending }}
      width={720}
      centered
      // Anywhere but in the body, whose scrolling Ant Design would lock with a style that the CSP refuses.
      getContainer={() => document.getElementById('root') ?? document.body}
      onOk={run}
      onCancel={close}
    >
      <div className={styles['body']}>
        <p>{t('privacy.export.scope', { rows: formatCount(rows) })}</p>
        <ExportColumns
          fields={dataset.fields}
          clientKeys={clientKeys}
          chosen={chosen}
          unmasked={unmasked}
          onChosen={setChosen}
          onUnmasked={setUnmasked}
        />
        {pseudonyms.length > 0 && (
          <p className={styles['note']}>
            {t('privacy.export.pseudonymNote', { fields: names(pseudonyms.map(({ name }) => name)) })}
          </p>
        )}
        {shown.length > 0 && (
          <>
            <p className={styles['look']}>{t('privacy.export.unmaskedNote', { fields: names(shown) })}</p>
            <ReasonInput value={reason} onChange={setReason} />
          </>
        )}
        <div className={styles['form']}>
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
          <label>
            <span>{t('privacy.export.encoding')}</span>
            <Select
              value={encoding}
              onChange={setEncoding}
              options={exportEncodings.map((value) => ({ value, label: t(`privacy.export.encodings.${value}`) }))}
            />
          </label>
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
          <label>
            <span>{t('privacy.export.lineEnd')}</span>
            <Select
              value={lineEnd}
              onChange={setLineEnd}
              options={lineEnds.map((value) => ({ value, label: t(`privacy.export.lineEnds.${value}`) }))}
            />
          </label>
        </div>
        {writing.isPending && writing.progress && (
          <ProgressLine progress={writing.progress} title={t('privacy.export.writing')} onCancel={writing.cancel} />
        )}
        {failed && <ErrorNotice error={writing.error} />}
        {writing.data && (
          <ExportedFile
            token={writing.data.token}
            sentence={t('privacy.export.done', {
              file: writing.data.file,
              rows: formatCount(writing.data.rows),
              size: formatBytes(writing.data.bytes),
            })}
          />
        )}
      </div>
    </Modal>
  );
}
