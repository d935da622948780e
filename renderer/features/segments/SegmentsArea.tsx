import { App, Button } from 'antd';
import { ChartPie, UsersRound } from 'lucide-react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import { toAppError } from '#shared/errors/index.ts';
import { useDatasets } from '../../app/data/useDatasets.ts';
import { createDefinition, freeName, useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useClientsDefinition } from '../clients/index.ts';
import styles from './SegmentsArea.module.css';
import { SegmentWorkbench } from './SegmentWorkbench.tsx';

type Segment = DefinitionOf<'segment'>;

/** The segments area: groups of clients by rule. */
export function SegmentsArea() {
  const { t, locale } = useWords();
  const { message } = App.useApp();
  const datasets = useDatasets();
  const clients = useClientsDefinition();
  const { definitions: segments } = useDefinitions('segment');
  const selected = useUi((state) => state.selected.segment);
  const select = useUi((state) => state.select);
  const go = useUi((state) => state.go);

  if (datasets.isError || clients.isError) {
    const retry = () => void Promise.all([datasets.refetch(), clients.refetch()]);
    return (
      <div className={styles['notice']}>
        <ErrorNotice error={datasets.error ?? clients.error} onRetry={retry} />
      </div>
    );
  }
  if (!datasets.data || !segments || !clients.known) return null;

  const create = async () => {
    const name = freeName(segments, t('segments.newName'), (number) =>
      t('segments.newNameNumbered', { number: String(number) }),
    );
    const rule = { kind: 'group', combine: 'and', negate: false, items: [] } as const;
    try {
      const created = await createDefinition({ kind: 'segment', name, body: { rule: { ...rule, items: [] } } });
      select('segment', created.id);
    } catch (thrown) {
      message.error(toAppError(thrown).sentence(locale), 8);
    }
  };

  if (!clients.definition) {
    return (
      <div className={styles['empty']}>
        <EmptyState
          icon={UsersRound}
          title={t('segments.needsClients')}
          actions={
            <Button type="primary" onClick={() => go(datasets.data.length === 0 ? 'data' : 'clients')}>
              {datasets.data.length === 0 ? t('clients.toData') : t('segments.toClients')}
            </Button>
          }
        >
          {t('segments.needsClientsBody')}
        </EmptyState>
      </div>
    );
  }
  const shown: Segment | undefined = segments.find((each) => each.id === selected) ?? segments[0];
  if (!shown) {
    return (
      <div className={styles['empty']}>
        <EmptyState
          icon={ChartPie}
          title={t('segments.emptyTitle')}
          actions={
            <Button type="primary" onClick={() => void create()}>
              {t('segments.create')}
            </Button>
          }
        >
          {t('segments.emptyBody')}
        </EmptyState>
      </div>
    );
  }
  return (
    <SegmentWorkbench
      segment={shown}
      segments={segments}
      datasets={datasets.data}
      clients={clients.definition}
      onCreate={() => void create()}
    />
  );
}
