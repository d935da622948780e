import { Checkbox, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { FieldType } from '#shared/intake/index.ts';
import type { RecipeField } from '#shared/recipes/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { FieldName } from '../../../components/FieldName.tsx';
import styles from './parts.module.css';

/** One line of a form: what is asked, and the control that answers it. */
export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles['row']}>
      <span className={styles['label']}>{label}</span>
      <div className={styles['control']}>{children}</div>
    </div>
  );
}

/** A further line below the last control. */
export function Check({ label, value, onChange }: { label: string; value: boolean; onChange(value: boolean): void }) {
  return (
    <div className={styles['indented']}>
      <Checkbox checked={value} onChange={(event) => onChange(event.target.checked)}>
        {label}
      </Checkbox>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { readonly value: T; readonly label: string }[];
  onChange(value: T): void;
}

/** One of a few answers. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Row label={label}>
      <Select<T>
        className={styles['choice'] ?? ''}
        size="small"
        aria-label={label}
        popupMatchSelectWidth={false}
        value={value}
        options={[...options]}
        onChange={onChange}
      />
    </Row>
  );
}

interface TextProps {
  label: string;
  value: string;
  placeholder?: string;
  most?: number;
  onChange(value: string): void;
}

/** A text that stands for itself: spaces in it count. */
export function Text({ label, value, placeholder, most = 200, onChange }: TextProps) {
  return (
    <Row label={label}>
      <Input
        size="small"
        aria-label={label}
        placeholder={placeholder ?? ''}
        maxLength={most}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Row>
  );
}

interface NumericProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange(value: number): void;
}

export function Numeric({ label, value, onChange, ...limits }: NumericProps) {
  return (
    <Row label={label}>
      <InputNumber
        size="small"
        aria-label={label}
        value={value}
        {...limits}
        onChange={(next) => next !== null && onChange(next)}
      />
    </Row>
  );
}

interface FieldsProps {
  label: string;
  fields: readonly RecipeField[];
  /** Those that can be chosen; null: any. */
  types?: readonly FieldType[] | null;
  placeholder?: string;
}

interface OneProps extends FieldsProps {
  value: string;
  onChange(value: string): void;
}

/** Chooses a column that there is at this step. One that is gone stays shown by its name, as an error. */
export function OneField({ label, fields, types = null, placeholder, value, onChange }: OneProps) {
  const { t } = useWords();
  const gone = value !== '' && !fields.some(({ name }) => name === value);
  return (
    <Row label={label}>
      <Select
        className={styles['wide'] ?? ''}
        size="small"
        aria-label={label}
        showSearch={{ optionFilterProp: 'label' }}
        status={gone ? 'error' : ''}
        placeholder={placeholder ?? t('recipes.form.choose')}
        value={value === '' ? null : value}
        options={optionsOf(fields, types)}
        optionRender={({ data }) => <FieldName name={data.label} type={data.type} />}
        onChange={onChange}
      />
    </Row>
  );
}

interface ManyProps extends FieldsProps {
  value: readonly string[];
  onChange(value: string[]): void;
}

/** Chooses columns that there are at this step, in the order in which they are chosen. */
export function ManyFields({ label, fields, types = null, placeholder, value, onChange }: ManyProps) {
  const { t } = useWords();
  const gone = value.some((each) => !fields.some(({ name }) => name === each));
  return (
    <Row label={label}>
      <Select
        className={styles['wide'] ?? ''}
        mode="multiple"
        size="small"
        aria-label={label}
        showSearch={{ optionFilterProp: 'label', autoClearSearchValue: true }}
        status={gone ? 'error' : ''}
        placeholder={placeholder ?? t('recipes.form.chooseMany')}
        maxTagCount={8}
        allowClear
        value={[...value]}
        options={optionsOf(fields, types)}
        optionRender={({ data }) => <FieldName name={data.label} type={data.type} />}
        onChange={onChange}
      />
    </Row>
  );
}

const optionsOf = (fields: readonly RecipeField[], types: readonly FieldType[] | null) =>
  fields
    .filter(({ type }) => types === null || types.includes(type))
    .map(({ name, type }) => ({ value: name, label: name, type }));

interface TagsProps {
  label: string;
  placeholder: string;
  value: readonly string[];
  onChange(value: string[]): void;
}

/** Several texts, typed one by one. */
export function Tags({ label, placeholder, value, onChange }: TagsProps) {
  return (
    <Row label={label}>
      <Select
        className={styles['wide'] ?? ''}
        mode="tags"
        size="small"
        open={false}
        suffixIcon={null}
        aria-label={label}
        placeholder={placeholder}
        tokenSeparators={[',', '，', '、', '\n', '\t']}
        value={[...value]}
        onChange={onChange}
      />
    </Row>
  );
}
