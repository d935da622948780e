import { Checkbox, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ClientsDefinition } from '#shared/clients/index.ts';
import { type FunnelDefinition, windowUnits } from '#shared/funnels/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { FieldName } from '../../components/FieldName.tsx';
import { ScopePicker } from '../segments/index.ts';
import { emptyFunnel, eventTables, namingFields, timeFields } from './guess.ts';
import styles from './Settings.module.css';

interface Props {
  body: FunnelDefinition;
  datasets: readonly Dataset[];
  clients: ClientsDefinition;
  onChange(part: Partial<FunnelDefinition>): void;
}

/** What a window is when it is switched on. */
const firstWindow = { size: 30, unit: 'day' } as const;

/** What a funnel is made over: table, time, entry, whose, within what time, in which order, by which groups. */
export function Settings({ body, datasets, clients, onChange }: Props) {
  const { t } = useWords();
  const tables = eventTables(datasets, clients);
  const dataset = tables.find(({ name }) => name === body.table);
  const chooseTable = (name: string) => {
    const chosen = tables.find((each) => each.name === name);
    const fresh = chosen && emptyFunnel(chosen, clients);
    // Steps ask for fields of the table that they were made over.
    if (fresh)
      onChange({ ...fresh, scope: body.scope, order: body.order, window: body.window, sameTime: body.sameTime });
  };
  return (
    <section className={styles['settings']} aria-label={t('funnels.settings.label')}>
      <Row label={t('funnels.settings.table')}>
        <Select
          aria-label={t('funnels.settings.table')}
          status={dataset ? '' : 'error'}
          value={body.table}
          options={tables.map((each) => ({
            value: each.name,
            label: each.name,
            disabled: timeFields(each).length === 0,
          }))}
          onChange={chooseTable}
        />
      </Row>
      <Row label={t('funnels.settings.time')}>
        <OneField
          label={t('funnels.settings.time')}
          fields={dataset ? timeFields(dataset) : []}
          value={body.time}
          onChange={(time) => time !== null && onChange({ time })}
        />
      </Row>
      <Row label={t('funnels.settings.entry')} hint={t('funnels.settings.entryHint')}>
        <OneField
          label={t('funnels.settings.entry')}
          fields={dataset?.fields.filter(({ type }) => type !== 'other') ?? []}
          none={t('funnels.settings.eachClient')}
          value={body.entry}
          onChange={(entry) => onChange({ entry })}
        />
      </Row>
      <Row label={t('funnels.settings.scope')}>
        <ScopePicker label={t('funnels.settings.scope')} value={body.scope} onChange={(scope) => onChange({ scope })} />
      </Row>
      <Row label={t('funnels.settings.window')} hint={t('funnels.settings.windowHint')}>
        <div className={styles['pair']}>
          {body.window && (
            <InputNumber
              aria-label={t('funnels.settings.windowSize')}
              min={1}
              max={100_000}
              precision={0}
              value={body.window.size}
              onChange={(size) => size !== null && onChange({ window: { ...(body.window ?? firstWindow), size } })}
            />
          )}
          <Select
            aria-label={t('funnels.settings.window')}
            value={body.window?.unit ?? 'none'}
            options={(['none', ...windowUnits] as const).map((unit) => ({
              value: unit,
              label: unit === 'none' ? t('funnels.settings.noWindow') : t(`funnels.units.${unit}`),
            }))}
            onChange={(chosen) => {
              const unit = windowUnits.find((each) => each === chosen);
              onChange({ window: unit ? { size: body.window?.size ?? firstWindow.size, unit } : null });
            }}
          />
        </div>
      </Row>
      <Row label={t('funnels.settings.order')}>
        <Select
          aria-label={t('funnels.settings.order')}
          value={body.order}
          options={[
            { value: 'sequential' as const, label: t('funnels.settings.sequential') },
            { value: 'any' as const, label: t('funnels.settings.any') },
          ]}
          onChange={(order) => onChange({ order })}
        />
        {body.order === 'sequential' && (
          <Checkbox
            className={styles['check'] ?? ''}
            checked={body.sameTime}
            onChange={(event) => onChange({ sameTime: event.target.checked })}
          >
            {t('funnels.settings.sameTime')}
          </Checkbox>
        )}
      </Row>
      <Row label={t('funnels.settings.breakdown')}>
        <OneField
          label={t('funnels.settings.breakdown')}
          fields={dataset ? namingFields(dataset) : []}
          none={t('funnels.settings.noBreakdown')}
          value={body.breakdown}
          onChange={(breakdown) => onChange({ breakdown })}
        />
      </Row>
    </section>
  );
}

function Row({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className={styles['row']}>
      <span className={styles['label']} title={hint}>
        {label}
      </span>
      {children}
    </div>
  );
}

interface OneFieldProps {
  label: string;
  fields: readonly Field[];
  value: string | null;
  /** What it is called to choose none; absent where one is needed. */
  none?: string;
  onChange(field: string | null): void;
}

/** Chooses a field, or none. One that has gone stays shown by its name, as an error. */
function OneField({ label, fields, value, none, onChange }: OneFieldProps) {
  const gone = value !== null && !fields.some(({ name }) => name === value);
  const mark = (name: string) => `=${name}`;
  return (
    <Select
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      status={gone ? 'error' : ''}
      value={value === null ? '' : mark(value)}
      options={[
        ...(none === undefined ? [] : [{ value: '', label: none, type: undefined }]),
        ...fields.map(({ name, type }) => ({ value: mark(name), label: name, type })),
        ...(gone && value !== null ? [{ value: mark(value), label: value, type: undefined }] : []),
      ]}
      optionRender={({ data }) => (data.type ? <FieldName name={data.label} type={data.type} /> : data.label)}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen.slice(1))}
    />
  );
}
