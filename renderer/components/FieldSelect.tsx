import { Select } from 'antd';
import type { Field } from '#shared/intake/index.ts';
import { useWords } from '../app/i18n/useWords.ts';
import { FieldName } from './FieldName.tsx';

interface Props {
  fields: readonly Field[];
  value: string | null;
  placeholder: string;
  onChange(field: string): void;
  /** It may be left empty. */
  onClear?: (() => void) | undefined;
  label?: string;
  disabled?: boolean;
  className?: string | undefined;
}

/** Chooses a field of one table, with the mark of its type. */
export function FieldSelect({ fields, value, placeholder, onChange, onClear, label, disabled, className }: Props) {
  const { t } = useWords();
  return (
    <Select
      className={className ?? ''}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      disabled={disabled ?? false}
      allowClear={onClear !== undefined}
      {...(onClear ? { onClear } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      options={fields.map(({ name, type }) => ({
        value: name,
        label: name,
        title: `${name} · ${t(`common.fieldType.${type}`)}`,
        type,
      }))}
      optionRender={({ data }) => <FieldName name={data.label} type={data.type} />}
      labelRender={({ value: shown }) => {
        const field = fields.find(({ name }) => name === shown);
        return field ? <FieldName name={field.name} type={field.type} /> : String(shown);
      }}
      onChange={(field) => field !== undefined && onChange(field)}
    />
  );
}
