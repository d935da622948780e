import { Button, Space, Tooltip } from 'antd';
import { Database, FileInput, FolderInput } from 'lucide-react';
import { useDatasets } from '../../app/data/useDatasets.ts';
import { chooseFiles, chooseFolder } from '../../app/files/offers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { ToSample } from '../../app/workspace/ToData.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { ImportPanel, QueueList, useImport } from '../intake/index.ts';
import styles from './DataArea.module.css';
import { DatasetList } from './DatasetList.tsx';
import { DatasetView } from './DatasetView.tsx';

/** The data area: what is loaded, what is being brought in, and a look at one of them. */
export function DataArea() {
  const { t } = useWords();
  const datasets = useDatasets();
  const { importing, leave } = useImport();
  const selected = useUi((state) => state.selected.dataset);
  const select = useUi((state) => state.select);
  const shown = datasets.data?.find((each) => each.id === selected) ?? datasets.data?.[0];
  return (
    <>
      <SidePanel side="left" label={t('data.list')}>
        <Space.Compact block>
          <Button
            block
            icon={<FileInput size={15} strokeWidth={1.75} aria-hidden />}
            onClick={() => void chooseFiles()}
          >
            {t('data.import')}
          </Button>
          <Tooltip title={t('data.importFolder')} mouseEnterDelay={0.5}>
            <Button
              aria-label={t('data.importFolder')}
              icon={<FolderInput size={15} strokeWidth={1.75} aria-hidden />}
              onClick={() => void chooseFolder()}
            />
          </Tooltip>
        </Space.Compact>
        <p className={styles['hint']}>{t('data.importHint')}</p>
        <QueueList />
        {datasets.data && datasets.data.length > 0 && (
          <DatasetList
            datasets={datasets.data}
            selected={importing ? null : (shown?.id ?? null)}
            onSelect={(id) => {
              leave();
              select('dataset', id);
            }}
          />
        )}
      </SidePanel>
      <div className={styles['work']}>
        {datasets.isError && <ErrorNotice error={datasets.error} onRetry={() => void datasets.refetch()} />}
        {importing ? <ImportPanel /> : shown && <DatasetView key={shown.id} dataset={shown} />}
        {!importing && datasets.data?.length === 0 && (
          <EmptyState
            icon={Database}
            title={t('data.emptyTitle')}
            actions={
              <>
                <Button type="primary" onClick={() => void chooseFiles()}>
                  {t('data.import')}
                </Button>
                <ToSample />
              </>
            }
          >
            {t('data.emptyBody')}
          </EmptyState>
        )}
      </div>
    </>
  );
}
