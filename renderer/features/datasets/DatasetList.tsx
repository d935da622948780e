import type { Dataset } from '#shared/intake/index.ts';
import { formatCompact, formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { ItemList } from '../../components/ItemList.tsx';

interface Props {
  datasets: readonly Dataset[];
  selected: string | null;
  onSelect(id: string): void;
}

/** Numbers up to here fit in the list as they are. */
const longest = 100_000;

/** The loaded datasets, each with its rows, and in amber how many rows were kept aside. */
export function DatasetList({ datasets, selected, onSelect }: Props) {
  const { t, locale } = useWords();
  return (
    <ItemList
      label={t('data.list')}
      selected={selected}
      onSelect={onSelect}
      items={datasets.map((dataset) => ({
        id: dataset.id,
        title: dataset.name,
        note: `${t('data.rows', { rows: dataset.rows < longest ? formatCount(dataset.rows) : formatCompact(dataset.rows, locale) })} · ${dataset.derived ? t(`data.made.${dataset.derived.kind}`) : t(`data.format.${dataset.format}`)}`,
        badge:
          dataset.quarantined > 0 ? (
            <AmberBadge title={t('data.quarantined', { rows: formatCount(dataset.quarantined) })}>
              {formatCompact(dataset.quarantined, locale)}
            </AmberBadge>
          ) : undefined,
      }))}
    />
  );
}
