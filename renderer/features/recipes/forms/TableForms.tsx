import { useWords } from '../../../app/i18n/useWords.ts';
import type { FormProps } from './form.ts';
import { OnFields } from './OnFields.tsx';
import { Check, Choice, ManyFields, OneField, Text } from './parts.tsx';

export function UnpivotForm({ step, fields, onChange }: FormProps<'unpivot'>) {
  const { t } = useWords();
  return (
    <OnFields step={step} fields={fields} onChange={onChange}>
      <Text
        label={t('recipes.form.nameInto')}
        value={step.nameInto}
        onChange={(nameInto) => onChange({ ...step, nameInto })}
      />
      <Text
        label={t('recipes.form.valueInto')}
        value={step.valueInto}
        onChange={(valueInto) => onChange({ ...step, valueInto })}
      />
      <Check
        label={t('recipes.form.dropEmpty')}
        value={step.dropEmpty}
        onChange={(dropEmpty) => onChange({ ...step, dropEmpty })}
      />
    </OnFields>
  );
}

const aggregates = ['sum', 'mean', 'min', 'max', 'count', 'first'] as const;

export function PivotForm({ step, fields, onChange }: FormProps<'pivot'>) {
  const { t } = useWords();
  return (
    <>
      <ManyFields
        label={t('recipes.form.rowsBy')}
        fields={fields}
        value={step.rows}
        onChange={(rows) => onChange({ ...step, rows })}
      />
      <OneField
        label={t('recipes.form.columnsFrom')}
        fields={fields}
        value={step.names}
        onChange={(names) => onChange({ ...step, names })}
      />
      <OneField
        label={t('recipes.form.valuesFrom')}
        fields={fields}
        value={step.values}
        onChange={(values) => onChange({ ...step, values })}
      />
      <Choice
        label={t('recipes.form.aggregate')}
        value={step.aggregate}
        options={aggregates.map((value) => ({ value, label: t(`recipes.form.aggregates.${value}`) }))}
        onChange={(aggregate) => onChange({ ...step, aggregate })}
      />
    </>
  );
}
