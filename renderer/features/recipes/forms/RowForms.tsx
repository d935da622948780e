import { useWords } from '../../../app/i18n/useWords.ts';
import { parseConstant } from '../../segments/index.ts';
import type { FormProps } from './form.ts';
import { OnFields } from './OnFields.tsx';
import { Choice, ManyFields, Numeric, OneField, Text } from './parts.tsx';

const fillings = ['constant', 'previous', 'median', 'mode', 'mean'] as const;

export function FillForm({ step, fields, onChange }: FormProps<'fill'>) {
  const { t } = useWords();
  const filling = step.with;
  const type = fields.find(({ name }) => name === step.fields[0])?.type ?? 'text';
  const typed = (text: string) => {
    const parsed = parseConstant(type, text);
    onChange({ ...step, with: { kind: 'constant', value: 'value' in parsed ? parsed.value : text } });
  };
  return (
    <OnFields step={step} fields={fields} onChange={onChange}>
      <Choice
        label={t('recipes.form.fillWith')}
        value={filling.kind}
        options={fillings.map((value) => ({ value, label: t(`recipes.form.fillWiths.${value}`) }))}
        onChange={(kind) => onChange({ ...step, with: kind === 'constant' ? { kind, value: '' } : { kind } })}
      />
      {filling.kind === 'constant' ? (
        <Text label={t('recipes.form.value')} value={String(filling.value)} onChange={typed} />
      ) : (
        <ManyFields
          label={t('recipes.form.group')}
          placeholder={t('recipes.form.groupHint')}
          fields={fields}
          value={step.group}
          onChange={(group) => onChange({ ...step, group })}
        />
      )}
    </OnFields>
  );
}

export function OutliersForm({ step, fields, onChange }: FormProps<'outliers'>) {
  const { t } = useWords();
  const { by, action } = step;
  return (
    <OnFields step={step} fields={fields} onChange={onChange}>
      <Choice
        label={t('recipes.form.fences')}
        value={by.kind}
        options={(['iqr', 'quantiles'] as const).map((value) => ({
          value,
          label: t(`recipes.form.fenceKinds.${value}`),
        }))}
        onChange={(kind) =>
          onChange({ ...step, by: kind === 'iqr' ? { kind, factor: 1.5 } : { kind, low: 0.01, high: 0.99 } })
        }
      />
      {by.kind === 'iqr' ? (
        <Numeric
          label={t('recipes.form.factor')}
          min={0.1}
          max={100}
          step={0.5}
          value={by.factor}
          onChange={(factor) => onChange({ ...step, by: { ...by, factor } })}
        />
      ) : (
        <>
          <Numeric
            label={t('recipes.form.low')}
            min={0}
            max={1}
            step={0.01}
            value={by.low}
            onChange={(low) => onChange({ ...step, by: { ...by, low } })}
          />
          <Numeric
            label={t('recipes.form.high')}
            min={0}
            max={1}
            step={0.01}
            value={by.high}
            onChange={(high) => onChange({ ...step, by: { ...by, high } })}
          />
        </>
      )}
      <Choice
        label={t('recipes.form.action')}
        value={action.kind}
        options={(['drop', 'flag'] as const).map((value) => ({
          value,
          label: t(`recipes.form.outlierActions.${value}`),
        }))}
        onChange={(kind) => onChange({ ...step, action: kind === 'drop' ? { kind } : { kind, into: '' } })}
      />
      {action.kind === 'flag' && (
        <Text
          label={t('recipes.form.flagInto')}
          value={action.into}
          onChange={(into) => onChange({ ...step, action: { ...action, into } })}
        />
      )}
    </OnFields>
  );
}

const keeps = ['first', 'last', 'largest', 'smallest'] as const;

export function DedupeForm({ step, fields, onChange }: FormProps<'dedupe'>) {
  const { t } = useWords();
  const { keep } = step;
  return (
    <>
      <ManyFields
        label={t('recipes.form.keys')}
        fields={fields}
        value={step.keys}
        onChange={(keys) => onChange({ ...step, keys })}
      />
      <Choice
        label={t('recipes.form.keepWhich')}
        value={keep.kind}
        options={keeps.map((value) => ({ value, label: t(`recipes.form.keepWhiches.${value}`) }))}
        onChange={(kind) =>
          onChange({
            ...step,
            keep: kind === 'first' || kind === 'last' ? { kind } : { kind, field: 'field' in keep ? keep.field : '' },
          })
        }
      />
      {'field' in keep && (
        <OneField
          label={t('recipes.form.keepField')}
          fields={fields}
          value={keep.field}
          onChange={(field) => onChange({ ...step, keep: { ...keep, field } })}
        />
      )}
    </>
  );
}
