import { Button, Tabs } from 'antd';
import { Brush, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Dataset } from '#shared/intake/index.ts';
import { StaleNotice } from '../../app/derived/StaleNotice.tsx';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { onDemand } from '../../app/onDemand.tsx';
import { engine } from '../../app/ports/clients.ts';
import { queryClient } from '../../app/query/client.ts';
import { keys } from '../../app/query/keys.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { useConfirmDelete } from '../../components/useConfirmDelete.tsx';
import { WorkHeader } from '../../components/WorkHeader.tsx';
import { QualityTab } from '../quality/index.ts';
import { useMakeRecipe } from '../recipes/index.ts';
import { VersionsTab } from '../versions/index.ts';
import { AboutDataset } from './AboutDataset.tsx';
import styles from './DatasetView.module.css';
import { FieldsTable } from './FieldsTable.tsx';
import { Quarantine } from './quarantine/Quarantine.tsx';

// The grid is the heaviest part of the window and is fetched when first needed.
const DataGrid = onDemand(async () => (await import('./grid/DataGrid.tsx')).DataGrid);

/** One dataset: its rows, its fields, what was kept aside, and how it was read. */
export function DatasetView({ dataset }: { dataset: Dataset }) {
  const { t } = useWords();
  const [tab, setTab] = useState('table');
  const confirmDelete = useConfirmDelete();
  const clean = useMakeRecipe();
  const quarantined = formatCount(dataset.quarantined);
  const remove = async () => {
    await engine.call('datasets.remove', { dataset: dataset.id });
    await queryClient.invalidateQueries({ queryKey: keys.datasets });
  };
  return (
    <div className={styles['view']}>
      <WorkHeader
        title={<h1 title={dataset.name}>{dataset.name}</h1>}
        note={t('data.rows', { rows: formatCount(dataset.rows) })}
        actions={
          <>
            <StaleNotice dataset={dataset} />
            <Button
              size="small"
              title={t('recipes.cleanHint')}
              icon={<Brush size={14} strokeWidth={1.75} aria-hidden />}
              disabled={!clean}
              onClick={() => void clean?.(dataset)}
            >
              {t('recipes.clean')}
            </Button>
            <IconButton
              icon={Trash2}
              label={t('data.remove')}
              onClick={() =>
                confirmDelete({
                  title: t('data.removeTitle', { name: dataset.name }),
                  body: t('data.removeBody', { rows: formatCount(dataset.rows), quarantined }),
                  onConfirm: remove,
                })
              }
            />
          </>
        }
      />
      <Tabs
        className={styles['tabs']}
        activeKey={tab}
        onChange={setTab}
        destroyOnHidden={false}
        items={[
          {
            key: 'table',
            label: t('data.tabs.table'),
            children: <DataGrid key={dataset.version} dataset={dataset} />,
          },
          { key: 'fields', label: t('data.tabs.fields'), children: <FieldsTable dataset={dataset} /> },
          {
            key: 'quality',
            label: t('data.tabs.quality'),
            children: <QualityTab key={dataset.version} dataset={dataset} />,
          },
          {
            key: 'quarantine',
            label: (
              <span className={styles['tab']}>
                {t('data.tabs.quarantine')}
                {dataset.quarantined > 0 && <AmberBadge>{quarantined}</AmberBadge>}
              </span>
            ),
            children: <Quarantine dataset={dataset} />,
          },
          { key: 'versions', label: t('data.tabs.versions'), children: <VersionsTab dataset={dataset} /> },
          { key: 'about', label: t('data.tabs.about'), children: <AboutDataset dataset={dataset} /> },
        ]}
      />
    </div>
  );
}
