import { readableTypes } from '#shared/intake/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import type { FormProps } from './form.ts';
import { OnFields } from './OnFields.tsx';
import { Choice } from './parts.tsx';

export function DatesForm({ step, fields, onChange }: FormProps<'dates'>) {
  const { t } = useWords();
  return (
    <OnFields step={step} fields={fields} onChange={onChange}>
      <Choice
        label={t('recipes.form.dateTo')}
        value={step.to}
        options={(['date', 'timestamp'] as const).map((value) => ({
          value,
          label: t(`recipes.form.dateTos.${value}`),
        }))}
        onChange={(to) => onChange({ ...step, to })}
      />
      <Choice
        label={t('recipes.form.order')}
        value={step.order}
        options={(['dmy', 'mdy'] as const).map((value) => ({ value, label: t(`recipes.form.orders.${value}`) }))}
        onChange={(order) => onChange({ ...step, order })}
      />
      <Choice
        label={t('recipes.form.serials')}
        value={step.serials}
        options={(['1900', '1904', 'none'] as const).map((value) => ({
          value,
          label: t(`recipes.form.serialsChoices.${value}`),
        }))}
        onChange={(serials) => onChange({ ...step, serials })}
      />
    </OnFields>
  );
}

const markNames = { '.': 'dot', ',': 'comma' } as const;

export function AmountsForm({ step, fields, onChange }: FormProps<'amounts'>) {
  const { t } = useWords();
  return (
    <OnFields step={step} fields={fields} onChange={onChange}>
      <Choice
        label={t('recipes.form.amountTo')}
        value={step.to}
        options={(['number', 'decimal'] as const).map((value) => ({
          value,
          label: t(`recipes.form.amountTos.${value}`),
        }))}
        onChange={(to) => onChange({ ...step, to })}
      />
      <Choice
        label={t('recipes.form.percent')}
        value={step.percent}
        options={(['fraction', 'points'] as const).map((value) => ({
          value,
          label: t(`recipes.form.percents.${value}`),
        }))}
        onChange={(percent) => onChange({ ...step, percent })}
      />
      <Choice
        label={t('recipes.form.decimalMark')}
        value={step.decimalMark}
        options={(['.', ','] as const).map((value) => ({
          value,
          label: t(`recipes.form.decimalMarks.${markNames[value]}`),
        }))}
        onChange={(decimalMark) => onChange({ ...step, decimalMark })}
      />
    </OnFields>
  );
}

export function TypeForm({ step, fields, onChange }: FormProps<'type'>) {
  const { t } = useWords();
  return (
    <OnFields step={step} fields={fields} onChange={onChange}>
      <Choice
        label={t('recipes.form.type')}
        value={step.type}
        options={readableTypes.map((value) => ({ value, label: t(`common.fieldType.${value}`) }))}
        onChange={(type) => onChange({ ...step, type })}
      />
    </OnFields>
  );
}
