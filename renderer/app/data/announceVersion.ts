import i18next from 'i18next';
import type { EngineContract, Result } from '#shared/contract/index.ts';
import { announce } from '../announce.ts';
import { formatCount } from '../format/numbers.ts';
import { queryClient } from '../query/client.ts';
import { keys } from '../query/keys.ts';
import { announceChecks } from './announceChecks.ts';

/** Shows a dataset's next version, and says what came of it and of what is computed from it. */
export async function announceVersion(changed: Result<EngineContract, 'versions.add'>): Promise<void> {
  const { dataset, refreshed, notRefreshed } = changed;
  await queryClient.invalidateQueries({ queryKey: keys.datasets });
  const t = i18next.getFixedT(i18next.language);
  const { name, version, rows } = dataset;
  const said: string[] = [t('versions.done', { name, version: String(version), rows: formatCount(rows) })];
  if (refreshed.length > 0) said.push(t('versions.refreshed', { names: refreshed.join(t('common.how.and')) }));
  if (notRefreshed !== null) said.push(t('versions.notRefreshed'));
  announce({
    text: said.join(' · '),
    seconds: 6,
    about: `version of ${dataset.id}`,
    ...(notRefreshed === null ? {} : { tone: 'warning' as const }),
  });
  await announceChecks(dataset);
}
