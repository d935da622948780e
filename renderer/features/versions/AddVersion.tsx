import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { ChosenFile } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { isOfChangedFile } from '../../app/files/changedFile.ts';
import { chooseFiles, takeFiles } from '../../app/files/offers.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { engine } from '../../app/ports/clients.ts';
import { keys } from '../../app/query/keys.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { Checked } from './Checked.tsx';
import { useChange } from './useChange.ts';
import styles from './Versions.module.css';

interface Props {
  dataset: Dataset;
  mode: 'replace' | 'append';
  /** Of several files the one that gives way; null where all do. */
  part?: { readonly at: number; readonly file: string; readonly rows: number } | null;
  onClose(): void;
}

/** Takes newer files, chosen or dropped, of which several become one table; says how their columns differ, and makes the next version of them. */
export function AddVersion({ dataset, mode, part = null, onClose }: Props) {
  const { t } = useWords();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  // Those that were tried last: what went wrong with them says nothing of others that are chosen after.
  const [tried, setTried] = useState<readonly ChosenFile[]>([]);
  const [first, ...others] = files;
  const more = others.length > 0 ? others.map(({ token }) => token) : undefined;
  const tooMany = part !== null && others.length > 0;
  const change = useChange();
  // While the dialog is open a file that is chosen or dropped is for it.
  useEffect(() => takeFiles((taken) => taken.length > 0 && setFiles(taken)), []);
  const checked = useQuery({
    queryKey: [...keys.datasets, 'versions.check', dataset.id, dataset.version, files.map(({ token }) => token)],
    enabled: first !== undefined && !tooMany,
    queryFn: ({ signal }) =>
      engine.call('versions.check', { dataset: dataset.id, file: first?.token ?? '', more }, { signal }),
  });
  const add = async () => {
    if (!first) return;
    setTried(files);
    const own = { dataset: dataset.id, file: first.token, seen: checked.data?.stamp };
    const failure = await change.run((context) =>
      part
        ? engine.call('versions.replacePart', { ...own, version: dataset.version, at: part.at }, context)
        : engine.call('versions.add', { ...own, more, mode }, context),
    );
    if (failure === null) onClose();
    else if (isOfChangedFile(failure)) void checked.refetch();
  };
  const rows = formatCount(part?.rows ?? dataset.rows);
  const isReplace = mode === 'replace';
  return (
    <Modal
      open
      title={t(part ? 'versions.partTitle' : isReplace ? 'versions.replaceTitle' : 'versions.appendTitle', {
        name: dataset.name,
      })}
      okText={t(isReplace ? 'versions.confirmReplace' : 'versions.confirmAppend')}
      cancelText={t('common.actions.cancel')}
      okButtonProps={{ disabled: !checked.data || checked.isFetching || change.busy || tooMany }}
      width={520}
      maskClosable={!change.busy}
      // Anywhere but in the body, whose scrolling Ant Design would lock with a style that the CSP refuses.
      getContainer={() => document.getElementById('root') ?? document.body}
      onOk={() => void add()}
      onCancel={() => (change.busy ? change.cancel() : onClose())}
    >
      <div className={styles['dialog']}>
        <p>
          {part
            ? t('versions.partBody', { file: part.file, rows })
            : t(isReplace ? 'versions.replaceBody' : 'versions.appendBody', { rows })}
        </p>
        <p className={styles['tools']}>
          <Button disabled={change.busy} onClick={() => void chooseFiles()}>
            {t('versions.choose')}
          </Button>
          <span className={styles['quiet']}>{t(part ? 'versions.partHint' : 'versions.chooseHint')}</span>
        </p>
        {tooMany && <AmberBadge>{t('versions.partOne', { count: files.length })}</AmberBadge>}
        {others.length > 0 && !tooMany && (
          <p>
            {t('versions.several', {
              count: files.length,
              names: files.map(({ name }) => name).join(t('common.how.and')),
            })}
          </p>
        )}
        {checked.isFetching && <ProgressLine progress={null} title={t('versions.checking')} />}
        {checked.isError && <ErrorNotice error={checked.error} onRetry={() => void checked.refetch()} />}
        {checked.data && !checked.isFetching && <Checked checked={checked.data} mode={part ? 'append' : mode} />}
        {change.busy && <ProgressLine progress={change.progress} onCancel={change.cancel} />}
        {change.error !== null && tried === files && <ErrorNotice error={change.error} />}
      </div>
    </Modal>
  );
}
