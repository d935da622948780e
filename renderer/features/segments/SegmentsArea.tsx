import { Button } from 'antd';
import { ChartPie } from 'lucide-react';
import { useRequest } from '../../app/commands/requests.ts';
import { useCreate } from '../../app/definitions/useCreate.ts';
import { freeName, useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { WithClients } from '../clients/index.ts';
import { SegmentWorkbench } from './SegmentWorkbench.tsx';

/** The segments area: groups of clients by rule. */
export function SegmentsArea() {
  const { t } = useWords();
  const { definitions: segments } = useDefinitions('segment');
  const selected = useUi((state) => state.selected.segment);
  const createDefinition = useCreate();
  const create = () => {
    if (!segments) return;
    const name = freeName(segments, t('segments.newName'), (number) =>
      t('segments.newNameNumbered', { number: String(number) }),
    );
    const rule = { kind: 'group' as const, combine: 'and' as const, negate: false, items: [] };
    void createDefinition({ kind: 'segment', name, body: { rule } });
  };
  useRequest('create.segment', segments ? create : null);
  if (!segments) return null;
  const shown = segments.find((each) => each.id === selected) ?? segments[0];
  return (
    <WithClients why={t('segments.needsClientsBody')}>
      {({ datasets, clients }) =>
        shown ? (
          <SegmentWorkbench
            segment={shown}
            segments={segments}
            datasets={datasets}
            clients={clients}
            onCreate={create}
          />
        ) : (
          <EmptyState
            icon={ChartPie}
            title={t('segments.emptyTitle')}
            actions={
              <Button type="primary" onClick={create}>
                {t('segments.create')}
              </Button>
            }
          >
            {t('segments.emptyBody')}
          </EmptyState>
        )
      }
    </WithClients>
  );
}
