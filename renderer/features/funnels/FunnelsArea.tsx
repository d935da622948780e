import { Button } from 'antd';
import { Funnel } from 'lucide-react';
import type { ClientsDefinition } from '#shared/clients/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { useCreate } from '../../app/definitions/useCreate.ts';
import { freeName, useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { WithClients } from '../clients/index.ts';
import { FunnelWorkbench } from './FunnelWorkbench.tsx';
import { emptyFunnel, eventTables, guessTable } from './guess.ts';

/** The funnels area: where clients drop out on their way. */
export function FunnelsArea() {
  const { t } = useWords();
  const { definitions: funnels } = useDefinitions('funnel');
  const selected = useUi((state) => state.selected.funnel);
  const go = useUi((state) => state.go);
  const createDefinition = useCreate();
  if (!funnels) return null;
  const shown = funnels.find((each) => each.id === selected) ?? funnels[0];
  const creation = (datasets: readonly Dataset[], clients: ClientsDefinition) => {
    const table = guessTable(eventTables(datasets, clients));
    const body = table && emptyFunnel(table);
    if (!body) return null;
    const name = freeName(funnels, t('funnels.newName'), (number) =>
      t('funnels.newNameNumbered', { number: String(number) }),
    );
    return () => void createDefinition({ kind: 'funnel', name, body });
  };
  return (
    <WithClients why={t('funnels.needsClients')}>
      {({ datasets, clients }) => {
        const create = creation(datasets, clients.body);
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
              <Button type="primary" onClick={create ?? (() => go('clients'))}>
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
