import { Button } from 'antd';
import { UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { useDatasets } from '../../app/data/useDatasets.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { ToData } from '../../app/workspace/ToData.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useLinkedClients } from './useLinkedClients.ts';
import styles from './WithClients.module.css';

interface Props {
  /** Why the area needs to know who the clients are. */
  why: string;
  children(data: { datasets: readonly Dataset[]; clients: DefinitionOf<'clients'> }): ReactNode;
}

/** What an area shows once it is known who the clients are; until then, the way there. */
export function WithClients({ why, children }: Props) {
  const { t } = useWords();
  const showClients = useUi((state) => state.showClients);
  const datasets = useDatasets();
  const clients = useLinkedClients();
  if (datasets.isError || clients.isError) {
    const retry = () => void Promise.all([datasets.refetch(), clients.refetch()]);
    return (
      <div className={styles['notice']}>
        <ErrorNotice error={datasets.error ?? clients.error} onRetry={retry} />
      </div>
    );
  }
  if (!datasets.data || !clients.known) return null;
  if (clients.definition) return children({ datasets: datasets.data, clients: clients.definition });
  const noData = datasets.data.length === 0;
  return (
    <EmptyState
      icon={UsersRound}
      title={t(noData ? 'clients.emptyTitle' : 'clients.neededFirst')}
      actions={
        noData ? (
          <ToData />
        ) : (
          <Button type="primary" onClick={() => showClients('model')}>
            {t('clients.toClients')}
          </Button>
        )
      }
    >
      {noData ? t('clients.dataFirst') : why}
    </EmptyState>
  );
}
