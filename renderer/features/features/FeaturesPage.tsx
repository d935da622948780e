import { Button } from 'antd';
import { Sigma } from 'lucide-react';
import { useRequest } from '../../app/commands/requests.ts';
import { useDatasets } from '../../app/data/useDatasets.ts';
import { useCreate } from '../../app/definitions/useCreate.ts';
import { freeName, useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { WithClients } from '../clients/index.ts';
import { FeaturesWorkbench } from './FeaturesWorkbench.tsx';

/** The page of features: fields of clients made of other tables, and tags by rule. */
export function FeaturesPage() {
  const { t } = useWords();
  const { definitions: sets } = useDefinitions('features');
  const { data: datasets = [] } = useDatasets();
  const selected = useUi((state) => state.selected.features);
  const showClients = useUi((state) => state.showClients);
  const createDefinition = useCreate();
  const create = () => {
    if (!sets) return;
    const numbered = (number: number) => t('features.newNameNumbered', { number: String(number) });
    const name = freeName([...sets, ...datasets], t('features.newName'), numbered);
    void createDefinition({
      kind: 'features',
      name,
      body: { output: name, asOf: { kind: 'newest' }, features: [], tags: [] },
    });
  };
  useRequest('create.features', sets ? create : null);
  if (!sets) return null;
  const shown = sets.find((each) => each.id === selected) ?? sets[0];
  return (
    <WithClients why={t('features.needsClients')}>
      {({ datasets: loaded, clients }) => {
        if (shown) {
          return (
            <FeaturesWorkbench
              key={shown.id}
              set={shown}
              sets={sets}
              datasets={loaded}
              clients={clients}
              onCreate={create}
            />
          );
        }
        const linked = clients.body.facts.length > 0;
        return (
          <EmptyState
            icon={Sigma}
            title={t(linked ? 'features.emptyTitle' : 'features.noFactsTitle')}
            actions={
              <Button type="primary" onClick={linked ? create : () => showClients('model')}>
                {t(linked ? 'features.create' : 'common.clientsPages.model')}
              </Button>
            }
          >
            {t(linked ? 'features.emptyBody' : 'features.noFactsBody')}
          </EmptyState>
        );
      }}
    </WithClients>
  );
}
