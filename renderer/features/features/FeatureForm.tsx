import { InputNumber, Select } from 'antd';
import { aggregates, type Feature, fieldNeed, needsTime } from '#shared/features/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { FieldName } from '../../components/FieldName.tsx';
import styles from './Features.module.css';
import { type FactTable, fieldFor, fieldsFor, timesOf } from './guess.ts';
import { Labelled } from './Labelled.tsx';
import { NameInput } from './NameInput.tsx';
import { RowTests } from './RowTests.tsx';

interface Props {
  feature: Feature;
  tables: readonly FactTable[];
  /** Names that other columns have, and the one that it has where none is written. */
  taken: readonly string[];
  byWhat: string;
  onChange(feature: Feature): void;
}

/** What a feature is made of: table, aggregate, field, time, window, filters. */
export function FeatureForm({ feature, tables, taken, byWhat, onChange }: Props) {
  const { t } = useWords();
  const table = tables.find(({ dataset }) => dataset.name === feature.table);
  const change = (part: Partial<Feature>) => onChange({ ...feature, ...part });
  const chooseTable = (name: string) => {
    const next = tables.find(({ dataset }) => dataset.name === name);
    if (!next) return;
    const field = fieldFor(feature.aggregate, next, null);
    const time = next.roles.when;
    const window = time === null ? ({ kind: 'all' } as const) : feature.window;
    change({ table: name, field, time, window, filters: [], part: [] });
  };
  return (
    <div className={styles['form']}>
      <Labelled label={t('features.rows.name')}>
        <NameInput
          value={feature.name}
          label={t('features.rows.name')}
          taken={taken}
          otherwise={byWhat}
          onChange={(name) => change({ name })}
        />
      </Labelled>
      <Labelled label={t('features.rows.table')}>
        <Select
          size="small"
          aria-label={t('features.rows.table')}
          status={table ? '' : 'error'}
          value={feature.table}
          options={tables.map(({ dataset }) => ({ value: dataset.name, label: dataset.name }))}
          onChange={chooseTable}
        />
      </Labelled>
      <Labelled label={t('features.rows.aggregate')}>
        <Select
          size="small"
          aria-label={t('features.rows.aggregate')}
          value={feature.aggregate}
          options={aggregates.map((each) => ({ value: each, label: t(`features.aggregates.${each}`) }))}
          onChange={(aggregate) => {
            const field = table ? fieldFor(aggregate, table, feature.field) : null;
            const timed = needsTime({ ...feature, aggregate });
            const time = feature.time ?? (timed ? (table?.roles.when ?? null) : null);
            // How long ago the last one was: within a window, who has none in it would have no answer.
            const window = aggregate === 'daysSince' ? ({ kind: 'all' } as const) : feature.window;
            change({ aggregate, field, time, window });
          }}
        />
      </Labelled>
      {table && fieldNeed(feature.aggregate) !== 'none' && (
        <Labelled label={t('features.rows.field')}>
          <OneField
            label={t('features.rows.field')}
            fields={fieldsFor(feature.aggregate, table)}
            none={fieldNeed(feature.aggregate) === 'optional' ? t('features.rows.noField') : null}
            value={feature.field}
            onChange={(field) => change({ field })}
          />
        </Labelled>
      )}
      {table && (
        <Labelled label={t('features.rows.time')}>
          <OneField
            label={t('features.rows.time')}
            fields={timesOf(table)}
            none={needsTime(feature) ? null : t('features.rows.noTime')}
            value={feature.time}
            onChange={(time) => change({ time })}
          />
        </Labelled>
      )}
      <Window
        feature={feature}
        disabled={!table || timesOf(table).length === 0}
        onChange={change}
        when={table?.roles.when ?? null}
      />
      {table && (
        <div className={styles['wide']}>
          <span>{t('features.rows.filters')}</span>
          <RowTests
            table={feature.table}
            fields={table.dataset.fields}
            rows={feature.filters}
            onChange={(filters) => change({ filters })}
          />
        </div>
      )}
      {table && feature.aggregate === 'share' && (
        <div className={styles['wide']}>
          <span>{t('features.rows.part')}</span>
          <RowTests
            table={feature.table}
            fields={table.dataset.fields}
            rows={feature.part}
            onChange={(part) => change({ part })}
          />
        </div>
      )}
    </div>
  );
}

interface WindowProps {
  feature: Feature;
  disabled: boolean;
  when: string | null;
  onChange(part: Partial<Feature>): void;
}

const firstSize = { day: 90, month: 3 } as const;
const windows = ['all', 'day', 'month'] as const;

function Window({ feature, disabled, when, onChange }: WindowProps) {
  const { t } = useWords();
  const { window } = feature;
  const shown: (typeof windows)[number] = window.kind === 'all' ? 'all' : window.unit;
  return (
    <Labelled label={t('features.rows.window')}>
      <span className={styles['pair']}>
        <Select
          size="small"
          aria-label={t('features.rows.window')}
          disabled={disabled}
          value={shown}
          options={windows.map((each) => ({
            value: each,
            label: t(`features.rows.${each}`),
          }))}
          onChange={(chosen) =>
            onChange(
              chosen === 'all'
                ? { window: { kind: 'all' } }
                : { window: { kind: 'last', size: firstSize[chosen], unit: chosen }, time: feature.time ?? when },
            )
          }
        />
        {window.kind === 'last' && (
          <InputNumber
            size="small"
            aria-label={t('features.rows.windowSize')}
            min={1}
            max={10_000}
            precision={0}
            value={window.size}
            onChange={(size) => size !== null && onChange({ window: { ...window, size } })}
          />
        )}
      </span>
    </Labelled>
  );
}

interface OneFieldProps {
  label: string;
  fields: FactTable['dataset']['fields'];
  /** What no field is called; null: one is needed. */
  none: string | null;
  value: string | null;
  onChange(field: string | null): void;
}

function OneField({ label, fields, none, value, onChange }: OneFieldProps) {
  const { t } = useWords();
  const missing = value === null ? none === null : !fields.some(({ name }) => name === value);
  return (
    <Select
      size="small"
      aria-label={label}
      status={missing ? 'error' : ''}
      placeholder={t('features.rows.fieldPlaceholder')}
      value={value === null ? (none === null ? null : '') : `=${value}`}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        ...(none === null ? [] : [{ value: '', label: none, type: null }]),
        ...fields.map(({ name, type }) => ({ value: `=${name}`, label: name, type })),
      ]}
      optionRender={({ data }) => (data.type ? <FieldName name={data.label} type={data.type} /> : data.label)}
      onChange={(chosen) => onChange(chosen === '' || chosen === null ? null : chosen.slice(1))}
    />
  );
}
