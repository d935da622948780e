import { Button } from 'antd';
import { Combine } from 'lucide-react';
import { useRequest } from '../../app/commands/requests.ts';
import { useDatasets } from '../../app/data/useDatasets.ts';
import { useCreate } from '../../app/definitions/useCreate.ts';
import { freeName, useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { ToData } from '../../app/workspace/ToData.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { firstMatch } from './guess.ts';
import styles from './Matching.module.css';
import { MatchingWorkbench } from './MatchingWorkbench.tsx';

/** One client out of several lists: what is joined by what, what is doubtful, and the list that it makes. */
export function MatchingPage() {
  const { t } = useWords();
  const datasets = useDatasets();
  const matches = useDefinitions('match');
  const selected = useUi((state) => state.selected);
  const createDefinition = useCreate();
  const all = matches.definitions ?? [];
  const name = freeName(all, t('matching.newName'), (number) => t('matching.newNameNumbered', { number }));
  const taken = [...(datasets.data ?? []), ...all.map(({ body }) => ({ name: body.output }))];
  const output = freeName(taken, t('matching.output'), (number) => `${t('matching.output')} ${number}`);
  const first = datasets.data ? firstMatch(datasets.data, output, t('matching.idColumn')) : null;
  const shown = all.find(({ id }) => id === selected.match) ?? all[0];
  const create = () => {
    if (first) void createDefinition({ kind: 'match', name, body: first });
  };
  useRequest('create.match', first && matches.definitions ? create : null);
  if (datasets.isError || matches.isError) {
    const retry = () => void Promise.all([datasets.refetch(), matches.refetch()]);
    return (
      <div className={styles['notice']}>
        <ErrorNotice error={datasets.error ?? matches.error} onRetry={retry} />
      </div>
    );
  }
  if (!datasets.data || !matches.definitions) return null;
  if (shown)
    return <MatchingWorkbench key={shown.id} definition={shown} all={all} datasets={datasets.data} onCreate={create} />;
  return (
    <EmptyState
      icon={Combine}
      title={t(first ? 'matching.emptyTitle' : 'matching.noListsTitle')}
      actions={
        first ? (
          <Button type="primary" onClick={create}>
            {t('matching.create')}
          </Button>
        ) : (
          <ToData />
        )
      }
    >
      {t(first ? 'matching.emptyBody' : 'matching.noListsBody')}
    </EmptyState>
  );
}
