import { UsersRound } from 'lucide-react';
import { useDatasets } from '../../app/data/useDatasets.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { ToData } from '../../app/workspace/ToData.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import styles from './ClientsArea.module.css';
import { ClientsEditor } from './ClientsEditor.tsx';
import { useClientsDefinition } from './useClientsDefinition.ts';

/** The client area: who the clients are, and what hangs on them. */
export function ClientsArea() {
  const { t } = useWords();
  const datasets = useDatasets();
  const clients = useClientsDefinition();
  if (datasets.isError || clients.isError) {
    const retry = () => void Promise.all([datasets.refetch(), clients.refetch()]);
    return (
      <div className={styles['notice']}>
        <ErrorNotice error={datasets.error ?? clients.error} onRetry={retry} />
      </div>
    );
  }
  if (!datasets.data || !clients.known) return null;
  if (datasets.data.length === 0) {
    return (
      <div className={styles['empty']}>
        <EmptyState icon={UsersRound} title={t('clients.emptyTitle')} actions={<ToData />}>
          {t('clients.emptyBody')}
        </EmptyState>
      </div>
    );
  }
  return <ClientsEditor datasets={datasets.data} saved={clients.definition} />;
}
