import { Select } from 'antd';
import type { Field } from '#shared/intake/index.ts';
import { FieldTypeIcon } from './FieldTypeIcon.tsx';

interface Props {
  fields: readonly Field[];
  value: string | null;
  placeholder: string;
  onChange(field: string): void;
  label?: string;
  disabled?: boolean;
  className?: string | undefined;
}

/** Chooses a field of one table, with the mark of its type. */
export function FieldSelect({ fields, value, placeholder, onChange, label, disabled, className }: Props) {
  return (
    <Select
      className={className ?? ''}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      disabled={disabled ?? false}
      showSearch={{ optionFilterProp: 'name' }}
      options={fields.map(({ name, type }) => ({
        value: name,
        name,
        label: (
          <>
            <FieldTypeIcon type={type} />
            {name}
          </>
        ),
      }))}
      onChange={onChange}
    />
  );
}
