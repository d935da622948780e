import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { RefreshCw } from 'lucide-react';
import { staleness } from '#shared/derived/index.ts';
import { toAppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { useDatasets } from '../data/useDatasets.ts';
import { flushAll } from '../definitions/drafts.ts';
import { useDefinitions } from '../definitions/useDefinitions.ts';
import { useWords } from '../i18n/useWords.ts';
import { engine } from '../ports/clients.ts';

/** Says of a computed dataset that what it was made from has changed, with the button that computes it anew; else nothing. */
export function StaleNotice({ dataset }: { dataset: Dataset }) {
  const { t, locale } = useWords();
  const { message } = App.useApp();
  const { data: datasets = [] } = useDatasets();
  const { definitions } = useDefinitions();
  const refreshing = useMutation({
    mutationFn: async () => {
      await flushAll();
      return engine.call('derived.refresh', { dataset: dataset.id });
    },
    onError: (thrown) => message.error(toAppError(thrown).sentence(locale), 8),
  });
  // Before the definitions are known, each would seem to be gone.
  const [stale] = definitions ? staleness(dataset, datasets, definitions) : [];
  if (!stale && !refreshing.isPending) return null;
  const why = stale && t(`recipes.stale.${stale.kind}`, { table: 'table' in stale ? stale.table : '' });
  const canCompute = stale?.kind !== 'definitionGone' && stale?.kind !== 'sourceGone';
  return (
    <>
      <AmberBadge {...(why && { title: why })}>{t('recipes.stale.badge')}</AmberBadge>
      {canCompute && (
        <Button
          size="small"
          title={why}
          loading={refreshing.isPending}
          icon={<RefreshCw size={13} strokeWidth={1.75} aria-hidden />}
          onClick={() => refreshing.mutate()}
        >
          {t(refreshing.isPending ? 'recipes.stale.refreshing' : 'recipes.stale.refresh')}
        </Button>
      )}
    </>
  );
}
