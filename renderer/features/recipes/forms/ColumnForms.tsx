import { Button, Input, Select } from 'antd';
import { ArrowRight, Plus, X } from 'lucide-react';
import { useWords } from '../../../app/i18n/useWords.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { typesFor } from '../steps/kinds.ts';
import type { FormProps } from './form.ts';
import { OnFields } from './OnFields.tsx';
import styles from './parts.module.css';
import { Check, Choice, ManyFields, OneField, Row, Tags, Text } from './parts.tsx';

/** The steps that need to know nothing but their fields. */
export function OnlyFieldsForm({ step, fields, onChange }: FormProps<'halfWidth' | 'drop' | 'reorder'>) {
  const { t } = useWords();
  return (
    <ManyFields
      label={t(step.kind === 'reorder' ? 'recipes.form.first' : 'recipes.form.fields')}
      fields={fields}
      types={typesFor(step)}
      value={step.fields}
      onChange={(chosen) => onChange({ ...step, fields: chosen })}
    />
  );
}

export function SplitForm({ step, fields, onChange }: FormProps<'split'>) {
  const { t } = useWords();
  const { by } = step;
  return (
    <>
      <OneField
        label={t('recipes.form.field')}
        fields={fields}
        value={step.field}
        onChange={(field) => onChange({ ...step, field })}
      />
      <Choice
        label={t('recipes.form.by')}
        value={by.kind}
        options={(['delimiter', 'positions'] as const).map((value) => ({
          value,
          label: t(`recipes.form.bys.${value}`),
        }))}
        onChange={(kind) =>
          onChange({
            ...step,
            by: kind === 'delimiter' ? { kind, delimiter: '', rest: 'last' } : { kind, positions: [] },
          })
        }
      />
      {by.kind === 'delimiter' ? (
        <>
          <Text
            label={t('recipes.form.delimiter')}
            most={20}
            value={by.delimiter}
            onChange={(delimiter) => onChange({ ...step, by: { ...by, delimiter } })}
          />
          <Choice
            label={t('recipes.form.rest')}
            value={by.rest}
            options={(['last', 'drop'] as const).map((value) => ({ value, label: t(`recipes.form.rests.${value}`) }))}
            onChange={(rest) => onChange({ ...step, by: { ...by, rest } })}
          />
        </>
      ) : (
        <Tags
          label={t('recipes.form.positions')}
          placeholder={t('recipes.form.positionsHint')}
          value={by.positions.map(String)}
          onChange={(texts) => onChange({ ...step, by: { ...by, positions: wholeNumbers(texts) } })}
        />
      )}
      <Tags
        label={t('recipes.form.into')}
        placeholder={t('recipes.form.intoHint')}
        value={step.into}
        onChange={(into) => onChange({ ...step, into })}
      />
      <Check label={t('recipes.form.keep')} value={step.keep} onChange={(keep) => onChange({ ...step, keep })} />
    </>
  );
}

const wholeNumbers = (texts: readonly string[]): number[] =>
  texts
    .map(Number)
    .filter((number) => Number.isInteger(number) && number > 0)
    .toSorted((a, b) => a - b);

export function MergeForm({ step, fields, onChange }: FormProps<'merge'>) {
  const { t } = useWords();
  return (
    <OnFields step={step} fields={fields} onChange={onChange}>
      <Text
        label={t('recipes.form.separator')}
        most={20}
        value={step.separator}
        onChange={(separator) => onChange({ ...step, separator })}
      />
      <Text label={t('recipes.form.column')} value={step.into} onChange={(into) => onChange({ ...step, into })} />
      <Check label={t('recipes.form.keep')} value={step.keep} onChange={(keep) => onChange({ ...step, keep })} />
    </OnFields>
  );
}

export function ComputeForm({ step, onChange }: FormProps<'compute'>) {
  const { t } = useWords();
  return (
    <>
      <Text label={t('recipes.form.column')} value={step.into} onChange={(into) => onChange({ ...step, into })} />
      <Row label={t('recipes.form.expression')}>
        <Input.TextArea
          className={styles['mono'] ?? ''}
          size="small"
          rows={3}
          aria-label={t('recipes.form.expression')}
          maxLength={5000}
          spellCheck={false}
          value={step.expression}
          onChange={({ target }) => onChange({ ...step, expression: target.value })}
        />
      </Row>
      <p className={styles['hint']}>{t('recipes.form.expressionHint')}</p>
    </>
  );
}

export function RenameForm({ step, fields, onChange }: FormProps<'rename'>) {
  const { t } = useWords();
  const { names } = step;
  const put = (at: number, part: Partial<(typeof names)[number]>) =>
    onChange({ ...step, names: names.map((each, i) => (i === at ? { ...each, ...part } : each)) });
  return (
    <Row label={t('recipes.form.names')}>
      {names.map(({ field, name }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field may be chosen anew, its line stays
        <div key={i} className={styles['line']}>
          <Select
            className={styles['wide'] ?? ''}
            size="small"
            aria-label={`${t('recipes.form.field')} ${i + 1}`}
            showSearch={{ optionFilterProp: 'label' }}
            status={field !== '' && !fields.some((each) => each.name === field) ? 'error' : ''}
            placeholder={t('recipes.form.choose')}
            value={field === '' ? null : field}
            options={fields.map((each) => ({ value: each.name, label: each.name }))}
            onChange={(chosen) => put(i, { field: chosen })}
          />
          <ArrowRight className={styles['arrow']} size={14} aria-hidden />
          <Input
            className={styles['to'] ?? ''}
            size="small"
            aria-label={t('recipes.form.newNameOf', { field })}
            maxLength={200}
            value={name}
            onChange={({ target }) => put(i, { name: target.value })}
          />
          {names.length > 1 && (
            <IconButton
              icon={X}
              label={t('recipes.form.removeName', { field })}
              onClick={() => onChange({ ...step, names: names.toSpliced(i, 1) })}
            />
          )}
        </div>
      ))}
      <div className={styles['tools']}>
        <Button
          type="text"
          size="small"
          icon={<Plus size={14} aria-hidden />}
          onClick={() => onChange({ ...step, names: [...names, { field: '', name: '' }] })}
        >
          {t('recipes.form.addName')}
        </Button>
      </div>
    </Row>
  );
}
