import { useRef } from 'react';
import type { TableVersion } from '#shared/contract/index.ts';
import { useDatasets } from '../data/useDatasets.ts';
import { useWords } from '../i18n/useWords.ts';
import { StaleNotice } from './StaleNotice.tsx';

interface Props {
  /** What a result was read from, undefined while it is worked out; `all`: whatever there is. */
  tables: readonly TableVersion[] | 'all' | undefined;
}

/** Which of the computed datasets that a result was read from are out of date, each with the button that computes it anew. */
export function StaleSources({ tables }: Props) {
  const { t } = useWords();
  const { data: datasets = [] } = useDatasets();
  // While one of several is computed anew the result has none: the line that shows how far it is stays.
  const last = useRef(tables);
  if (tables) last.current = tables;
  const read = last.current;
  const names = read === 'all' ? null : new Set(read?.map(({ table }) => table));
  return datasets
    .filter(({ name, derived }) => derived && (names === null || names.has(name)))
    .map((dataset) => (
      <StaleNotice key={dataset.id} dataset={dataset} lead={t('recipes.stale.read', { table: dataset.name })} />
    ));
}
