import { Segmented, Select } from 'antd';
import { useId } from 'react';
import type { Dataset } from '#shared/intake/index.ts';
import { decayMeasures, measureNames, periodUnits, type RoiDefinition } from '#shared/roi/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { FieldSelect } from '../../components/FieldSelect.tsx';
import { useLinkedClients } from '../clients/index.ts';
import { ScopePicker } from '../segments/index.ts';
import { amountsOf, datesOf, labelsOf, studyOf } from './guess.ts';
import { LaunchInput } from './LaunchInput.tsx';
import { Setting } from './Setting.tsx';
import styles from './Settings.module.css';

interface Props {
  body: RoiDefinition;
  datasets: readonly Dataset[];
  onChange(part: Partial<RoiDefinition>): void;
}

/** What a study is made from: table, cost, return, period, campaign, and what its decay is of. */
export function Settings({ body, datasets, onChange }: Props) {
  const { t } = useWords();
  const label = useId();
  const dataset = datasets.find(({ name }) => name === body.table);
  const amounts = dataset ? amountsOf(dataset) : [];
  const dates = dataset ? datesOf(dataset) : [];
  const { period } = body;
  const { definition: clients } = useLinkedClients();
  const chooseTable = (name: string) => {
    const chosen = datasets.find((each) => each.name === name);
    // Its fields have other names: whatever can be guessed stands in until it is chosen.
    onChange({
      ...(chosen ? studyOf(chosen, clients?.body) : null),
      table: name,
      scope: body.scope,
      decayOf: body.decayOf,
    });
  };
  const choosePeriod = (kind: 'number' | 'date') => {
    if (kind === 'number') onChange({ period: { kind, field: period.field } });
    else onChange({ period: { kind, field: dates[0]?.name ?? period.field, unit: 'week', launch: null } });
  };
  const choice = <V extends string>(
    name: string,
    value: V,
    values: readonly { value: V; label: string }[],
    choose: (value: V) => void,
  ) => (
    <div className={styles['setting']}>
      <span className={styles['label']} id={`${label}${name}`}>
        {name}
      </span>
      <Segmented block aria-labelledby={`${label}${name}`} value={value} options={[...values]} onChange={choose} />
    </div>
  );
  return (
    <section className={styles['settings']} aria-label={t('roi.settings.label')}>
      <Setting label={t('roi.settings.table')}>
        <Select
          value={body.table}
          status={dataset ? '' : 'error'}
          showSearch={{ optionFilterProp: 'label' }}
          options={datasets.map(({ name }) => ({ value: name, label: name }))}
          onChange={chooseTable}
        />
      </Setting>
      <Setting label={t('roi.settings.cost')}>
        <FieldSelect
          fields={amounts}
          value={body.cost}
          placeholder={t('roi.settings.missing')}
          onChange={(cost) => onChange({ cost })}
        />
      </Setting>
      <Setting label={t('roi.settings.return')}>
        <FieldSelect
          fields={amounts}
          value={body.return}
          placeholder={t('roi.settings.missing')}
          onChange={(chosen) => onChange({ return: chosen })}
        />
      </Setting>
      {choice(
        t('roi.settings.returnKind'),
        body.returnKind,
        (['revenue', 'margin'] as const).map((value) => ({ value, label: t(`roi.settings.returnKinds.${value}`) })),
        (returnKind) => onChange({ returnKind }),
      )}
      {choice(
        t('roi.settings.periodKind'),
        period.kind,
        (['number', 'date'] as const).map((value) => ({ value, label: t(`roi.settings.periodKinds.${value}`) })),
        choosePeriod,
      )}
      <Setting label={t(period.kind === 'number' ? 'roi.settings.periodField' : 'roi.settings.dateField')}>
        <FieldSelect
          fields={period.kind === 'number' ? amounts : dates}
          value={period.field}
          placeholder={t('roi.settings.missing')}
          onChange={(field) => onChange({ period: { ...period, field } })}
        />
      </Setting>
      {period.kind === 'date' && (
        <>
          <Setting label={t('roi.settings.unit')}>
            <Select
              value={period.unit}
              options={periodUnits.map((value) => ({ value, label: t(`roi.settings.units.${value}`) }))}
              onChange={(unit) => onChange({ period: { ...period, unit } })}
            />
          </Setting>
          <LaunchInput value={period.launch} onChange={(launch) => onChange({ period: { ...period, launch } })} />
        </>
      )}
      <Setting label={t('roi.settings.campaign')}>
        <Select
          value={body.campaign === null ? '' : `=${body.campaign}`}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: t('roi.settings.noCampaign') },
            ...(dataset ? labelsOf(dataset) : []).map(({ name }) => ({ value: `=${name}`, label: name })),
          ]}
          onChange={(value) => onChange({ campaign: value === '' ? null : value.slice(1) })}
        />
      </Setting>
      {choice(
        t('roi.settings.decayOf'),
        body.decayOf,
        decayMeasures.map((value) => ({ value, label: measureNames[value] })),
        (decayOf) => onChange({ decayOf }),
      )}
      <Setting label={t('roi.settings.scope')}>
        <ScopePicker value={body.scope} label={t('roi.settings.scope')} onChange={(scope) => onChange({ scope })} />
      </Setting>
    </section>
  );
}
