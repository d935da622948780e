import { Button } from 'antd';
import { Funnel } from 'lucide-react';
import { useRequest } from '../../app/commands/requests.ts';
import { useDatasets } from '../../app/data/useDatasets.ts';
import { useCreate } from '../../app/definitions/useCreate.ts';
import { freeName, useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useLinkedClients, WithClients } from '../clients/index.ts';
import { FunnelWorkbench } from './FunnelWorkbench.tsx';
import { emptyFunnel, eventTables, guessTable } from './guess.ts';

/** The funnels area: where clients drop out on their way. */
export function FunnelsArea() {
  const { t } = useWords();
  const { definitions: funnels } = useDefinitions('funnel');
  const selected = useUi((state) => state.selected.funnel);
  const showClients = useUi((state) => state.showClients);
  const createDefinition = useCreate();
  const { data: loaded } = useDatasets();
  const { definition: model } = useLinkedClients();
  const table = loaded && model ? guessTable(eventTables(loaded, model.body)) : null;
  const body = table && emptyFunnel(table, model?.body);
  const makeOne = () => {
    if (!body || !funnels) return;
    const name = freeName(funnels, t('funnels.newName'), (number) =>
      t('funnels.newNameNumbered', { number: String(number) }),
    );
    void createDefinition({ kind: 'funnel', name, body });
  };
  const create = body && funnels ? makeOne : null;
  useRequest('create.funnel', create);
  if (!funnels) return null;
  const shown = funnels.find((each) => each.id === selected) ?? funnels[0];
  return (
    <WithClients why={t('funnels.needsClients')}>
      {({ datasets, clients }) => {
        if (shown) {
          return (
            <FunnelWorkbench
              key={shown.id}
              funnel={shown}
              funnels={funnels}
              datasets={datasets}
              clients={clients}
              onCreate={() => create?.()}
            />
          );
        }
        return (
          <EmptyState
            icon={Funnel}
            title={t(create ? 'funnels.emptyTitle' : 'funnels.noTimeTitle')}
            actions={
              <Button type="primary" onClick={create ?? (() => showClients('model'))}>
                {t(create ? 'funnels.create' : 'clients.toClients')}
              </Button>
            }
          >
            {t(create ? 'funnels.emptyBody' : 'funnels.noTimeBody')}
          </EmptyState>
        );
      }}
    </WithClients>
  );
}
