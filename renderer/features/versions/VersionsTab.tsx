import { Button } from 'antd';
import { FilePlus2, FileSymlink } from 'lucide-react';
import { useState } from 'react';
import type { Dataset } from '#shared/intake/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { engine } from '../../app/ports/clients.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { useConfirmDelete } from '../../components/useConfirmDelete.tsx';
import { ReadAgain } from '../intake/index.ts';
import { AddVersion } from './AddVersion.tsx';
import { Comparison } from './Comparison.tsx';
import { KeepInput } from './KeepInput.tsx';
import { useChange } from './useChange.ts';
import { useVersions } from './useVersions.ts';
import styles from './Versions.module.css';
import { VersionTable } from './VersionTable.tsx';

/** The versions of a dataset: a newer file in its place or after it, and the way back. */
export function VersionsTab({ dataset }: { dataset: Dataset }) {
  const { t } = useWords();
  const found = useVersions(dataset);
  const [adding, setAdding] = useState<'replace' | 'append' | null>(null);
  const change = useChange();
  const confirmDelete = useConfirmDelete();
  const keep = (value: number) => {
    const set = async () => {
      await engine.call('versions.keep', { keep: value });
      await found.refetch();
    };
    const earlier = (found.data?.versions.length ?? 1) - 1;
    if (earlier <= value) void set();
    else
      confirmDelete({
        title: t('versions.keepTitle', { keep: String(value) }),
        body: t('versions.keepNote'),
        onConfirm: set,
      });
  };
  const restore = (version: number) =>
    void change.run((context) => engine.call('versions.restore', { dataset: dataset.id, version }, context));
  return (
    <div className={styles['tab']}>
      <div className={styles['tools']}>
        {dataset.derived ? (
          <p className={styles['quiet']}>{t('versions.computed')}</p>
        ) : (
          <>
            <Button
              icon={<FileSymlink size={15} strokeWidth={1.75} aria-hidden />}
              onClick={() => setAdding('replace')}
            >
              {t('versions.replace')}
            </Button>
            <Button icon={<FilePlus2 size={15} strokeWidth={1.75} aria-hidden />} onClick={() => setAdding('append')}>
              {t('versions.append')}
            </Button>
            <ReadAgain dataset={dataset} />
          </>
        )}
        {found.data && <KeepInput key={found.data.keep} value={found.data.keep} onChange={keep} />}
      </div>
      {change.busy && <ProgressLine progress={change.progress} onCancel={change.cancel} />}
      {change.error !== null && <ErrorNotice error={change.error} />}
      {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <div className={styles['list']}>
          <VersionTable
            versions={found.data.versions}
            disabled={change.busy}
            onRestore={dataset.derived ? null : restore}
          />
        </div>
      )}
      {found.data && found.data.versions.length > 1 && (
        <Comparison key={dataset.version} dataset={dataset} versions={found.data.versions} />
      )}
      {adding && <AddVersion dataset={dataset} mode={adding} onClose={() => setAdding(null)} />}
    </div>
  );
}
