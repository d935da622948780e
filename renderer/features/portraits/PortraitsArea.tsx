import { Button } from 'antd';
import { ContactRound } from 'lucide-react';
import { allClients } from '#shared/segments/index.ts';
import { useRequest } from '../../app/commands/requests.ts';
import { useCreate } from '../../app/definitions/useCreate.ts';
import { freeName, useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { WithClients } from '../clients/index.ts';
import { PortraitWorkbench } from './PortraitWorkbench.tsx';

/** The portraits area: what groups of clients are like. */
export function PortraitsArea() {
  const { t } = useWords();
  const { definitions: portraits } = useDefinitions('portrait');
  const { definitions: segments } = useDefinitions('segment');
  const selected = useUi((state) => state.selected.portrait);
  const lastSegment = useUi((state) => state.selected.segment);
  // All against all says nothing: the segment that was looked at last, or the first one, is the likelier question.
  const group = segments?.find(({ id }) => id === lastSegment) ?? segments?.[0];
  const createDefinition = useCreate();
  const create = () => {
    if (!portraits || !segments) return;
    const first = group ? t('portraits.nameOf', { segment: group.name.slice(0, 180) }) : t('portraits.newName');
    const name = freeName(portraits, first, (number) =>
      t('portraits.numbered', { name: first, number: String(number) }),
    );
    const scope = group ? { kind: 'segment' as const, segment: group.name } : allClients;
    const body = { scope, baseline: { kind: 'all' as const }, dimensions: [], ruleFields: false };
    void createDefinition({ kind: 'portrait', name, body });
  };
  useRequest('create.portrait', portraits && segments ? create : null);
  if (!portraits) return null;
  const shown = portraits.find((each) => each.id === selected) ?? portraits[0];
  return (
    <WithClients why={t('portraits.needsClientsBody')}>
      {({ datasets, clients }) =>
        shown ? (
          <PortraitWorkbench
            key={shown.id}
            portrait={shown}
            portraits={portraits}
            datasets={datasets}
            clients={clients}
            onCreate={create}
          />
        ) : (
          <EmptyState
            icon={ContactRound}
            title={t('portraits.emptyTitle')}
            actions={
              <Button type="primary" onClick={create}>
                {t('portraits.create')}
              </Button>
            }
          >
            {t('portraits.emptyBody')}
          </EmptyState>
        )
      }
    </WithClients>
  );
}
