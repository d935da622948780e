import type { FunnelDefinition, FunnelResult } from '#shared/funnels/index.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import type { Method } from '../../components/HowComputed.tsx';

/** What the figures of a funnel mean, with the settings that they were computed by. */
export function useMethod(body: FunnelDefinition, result: FunnelResult | undefined): Method {
  const { t } = useWords();
  const formulas = [
    t('funnels.how.conversion'),
    t(
      body.order === 'any'
        ? body.window === null
          ? 'funnels.how.anyTime'
          : 'funnels.how.any'
        : body.sameTime
          ? 'funnels.how.sequential'
          : 'funnels.how.strict',
    ),
    t(body.window === null ? 'funnels.how.noWindow' : 'funnels.how.window'),
    t('funnels.how.interval'),
    t('funnels.how.waiting'),
    ...(body.breakdown === null ? [] : [t('funnels.how.groups', { field: body.breakdown })]),
  ];
  const first = result?.steps[0]?.entries ?? 0;
  const base =
    body.entry === null
      ? t('funnels.how.baseClients', { n: formatCount(first) })
      : t('funnels.how.baseEntries', { n: formatCount(first), field: body.entry });
  return { formulas, base };
}
