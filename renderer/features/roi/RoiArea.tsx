import { Button } from 'antd';
import { TrendingDown } from 'lucide-react';
import { useRequest } from '../../app/commands/requests.ts';
import { useDatasets } from '../../app/data/useDatasets.ts';
import { useCreate } from '../../app/definitions/useCreate.ts';
import { freeName, useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { ToData } from '../../app/workspace/ToData.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useLinkedClients } from '../clients/index.ts';
import { firstStudy, lackOf } from './guess.ts';
import styles from './RoiArea.module.css';
import { RoiWorkbench } from './RoiWorkbench.tsx';

/** The ROI area: what campaigns cost and returned, and how fast they wear out. */
export function RoiArea() {
  const { t } = useWords();
  const datasets = useDatasets();
  const studies = useDefinitions('roi');
  const { definition: clients } = useLinkedClients();
  const selected = useUi((state) => state.selected);
  const createDefinition = useCreate();
  const all = studies.definitions ?? [];
  const first = datasets.data ? firstStudy(datasets.data, clients?.body) : null;
  const shown = all.find(({ id }) => id === selected.roi) ?? all[0];
  const body = first ?? shown?.body;
  const create = () => {
    if (!body) return;
    const name = freeName(all, t('roi.newName'), (number) => t('roi.newNameNumbered', { number: String(number) }));
    void createDefinition({ kind: 'roi', name, body });
  };
  useRequest('create.roi', body && studies.definitions ? create : null);
  if (datasets.isError || studies.isError) {
    const retry = () => void Promise.all([datasets.refetch(), studies.refetch()]);
    return (
      <div className={styles['notice']}>
        <ErrorNotice error={datasets.error ?? studies.error} onRetry={retry} />
      </div>
    );
  }
  if (!datasets.data || !studies.definitions) return null;
  if (shown) return <RoiWorkbench study={shown} studies={all} datasets={datasets.data} onCreate={create} />;
  const lack = datasets.data.length === 0 ? null : lackOf(datasets.data);
  return (
    <EmptyState
      icon={TrendingDown}
      title={t(first ? 'roi.emptyTitle' : lack ? 'roi.noFitTitle' : 'roi.noTableTitle')}
      actions={
        first ? (
          <Button type="primary" onClick={create}>
            {t('roi.create')}
          </Button>
        ) : (
          <ToData />
        )
      }
    >
      {first
        ? t('roi.emptyBody')
        : lack
          ? t(`roi.noFit.${lack}`, { tables: formatCount(datasets.data.length) })
          : t('roi.noTableBody')}
    </EmptyState>
  );
}
