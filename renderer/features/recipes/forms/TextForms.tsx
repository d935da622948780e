import { useWords } from '../../../app/i18n/useWords.ts';
import type { FormProps } from './form.ts';
import { OnFields } from './OnFields.tsx';
import { Check, Choice, Text } from './parts.tsx';

export function TrimForm({ step, fields, onChange }: FormProps<'trim'>) {
  const { t } = useWords();
  return (
    <OnFields step={step} fields={fields} onChange={onChange}>
      <Check
        label={t('recipes.form.collapse')}
        value={step.collapse}
        onChange={(collapse) => onChange({ ...step, collapse })}
      />
    </OnFields>
  );
}

const cases = ['upper', 'lower', 'title'] as const;

export function CaseForm({ step, fields, onChange }: FormProps<'case'>) {
  const { t } = useWords();
  return (
    <OnFields step={step} fields={fields} onChange={onChange}>
      <Choice
        label={t('recipes.form.case')}
        value={step.to}
        options={cases.map((value) => ({ value, label: t(`recipes.form.cases.${value}`) }))}
        onChange={(to) => onChange({ ...step, to })}
      />
    </OnFields>
  );
}

const matches = ['part', 'whole', 'pattern'] as const;

export function ReplaceForm({ step, fields, onChange }: FormProps<'replace'>) {
  const { t } = useWords();
  return (
    <OnFields step={step} fields={fields} onChange={onChange}>
      <Text
        label={t('recipes.form.find')}
        most={1000}
        value={step.find}
        onChange={(find) => onChange({ ...step, find })}
      />
      <Text
        label={t('recipes.form.with')}
        placeholder={t('recipes.form.withNothing')}
        most={1000}
        value={step.with}
        onChange={(next) => onChange({ ...step, with: next })}
      />
      <Choice
        label={t('recipes.form.match')}
        value={step.match}
        options={matches.map((value) => ({ value, label: t(`recipes.form.matches.${value}`) }))}
        onChange={(match) => onChange({ ...step, match })}
      />
      <Check
        label={t('recipes.form.ignoreCase')}
        value={step.ignoreCase}
        onChange={(ignoreCase) => onChange({ ...step, ignoreCase })}
      />
    </OnFields>
  );
}
