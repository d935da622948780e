import { useDraggable } from '@dnd-kit/core';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { formatCompact, formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { engine } from '../../../app/ports/clients.ts';
import { keys } from '../../../app/query/keys.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { parseConstant } from '../../segments/index.ts';
import { guessEvent, namingFields } from '../guess.ts';
import type { DraggedValue } from './dragged.ts';
import styles from './EventValues.module.css';

const limit = 200;

interface Props {
  dataset: Dataset;
  onPick(value: DraggedValue): void;
}

/** The quick start: what happens in the table, most frequent first, each a click or a drag away from being a step. */
export function EventValues({ dataset, onPick }: Props) {
  const { t } = useWords();
  const fields = namingFields(dataset);
  const [chosen, setChosen] = useState<string | null>(null);
  const field = fields.find(({ name }) => name === chosen) ?? guessEvent(dataset);
  if (!field) return null;
  return (
    <section className={styles['values']} aria-label={t('funnels.values.label')}>
      <Select
        size="small"
        aria-label={t('funnels.values.field')}
        showSearch={{ optionFilterProp: 'label' }}
        value={field.name}
        options={fields.map(({ name }) => ({ value: name, label: name }))}
        onChange={setChosen}
      />
      <ValueList key={field.name} dataset={dataset} field={field} onPick={onPick} />
    </section>
  );
}

function ValueList({ dataset, field, onPick }: { dataset: Dataset; field: Field; onPick: Props['onPick'] }) {
  const { t } = useWords();
  const wanted = { dataset: dataset.id, field: field.name, search: null, limit };
  const { data, error, isError, refetch } = useQuery({
    queryKey: [...keys.results, 'datasets.values', wanted, dataset.version],
    queryFn: ({ signal }) => engine.call('datasets.values', wanted, { signal }),
  });
  if (isError) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className={styles['quiet']}>{t('common.states.loading')}</p>;
  return (
    <>
      <ul className={styles['list']}>
        {data.values.map(({ value, rows }) => (
          <Value key={value} field={field} value={value} rows={rows} onPick={onPick} />
        ))}
      </ul>
      {data.more && <p className={styles['quiet']}>{t('funnels.values.more', { n: limit })}</p>}
    </>
  );
}

interface ValueProps {
  field: Field;
  value: string;
  rows: number;
  onPick: Props['onPick'];
}

function Value({ field, value, rows, onPick }: ValueProps) {
  const { t, locale } = useWords();
  const parsed = parseConstant(field.type, value);
  const constant = field.type === 'boolean' ? value === 'true' : 'value' in parsed ? parsed.value : value;
  const dragged: DraggedValue = { field: field.name, value: constant };
  const { setNodeRef, listeners } = useDraggable({ id: `value:${field.name}:${value}`, data: { dragged } });
  return (
    <li>
      <button
        ref={setNodeRef}
        // Keys click: a drag by keyboard is for what has a place already.
        onPointerDown={(event) => listeners?.['onPointerDown']?.(event)}
        type="button"
        className={styles['value']}
        title={`${value} · ${formatCount(rows)}`}
        onClick={() => onPick(dragged)}
      >
        <span className="visually-hidden">{t('funnels.values.add')}</span>
        <span className={styles['name']}>{value === '' ? '“”' : value}</span>
        <span className={styles['rows']}>{formatCompact(rows, locale)}</span>
      </button>
    </li>
  );
}
