import { Select } from 'antd';
import type { FieldRef } from '#shared/segments/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { FieldTypeIcon } from '../../../components/FieldTypeIcon.tsx';
import { useFields } from '../useFields.ts';
import styles from './FieldPicker.module.css';

interface Props {
  value: FieldRef | null;
  /** The field is no longer there. */
  missing: boolean;
  onChange(field: FieldRef): void;
}

const keyOf = ({ table, field }: FieldRef) => JSON.stringify([table, field]);

/** Chooses a field of the client list or of a linked table. */
export function FieldPicker({ value, missing, onChange }: Props) {
  const { t } = useWords();
  const { tables } = useFields();
  const refs = new Map<string, FieldRef>();
  for (const { table, fields } of tables) {
    for (const { name } of fields) refs.set(keyOf({ table, field: name }), { table, field: name });
  }
  const options = tables.map(({ table, fields }) => ({
    label: table,
    options: fields.map(({ name, type }) => ({
      value: keyOf({ table, field: name }),
      name,
      label: (
        <>
          <FieldTypeIcon type={type} />
          {name}
        </>
      ),
    })),
  }));
  if (value && missing) {
    const gone = { value: keyOf(value), name: value.field, label: <span>{value.field}</span> };
    options.unshift({ label: t('segments.condition.missing'), options: [gone] });
  }
  return (
    <Select
      className={`${styles['picker']} ${value ? styles['filled'] : ''}`}
      variant={value ? 'borderless' : 'outlined'}
      size="small"
      status={missing ? 'error' : ''}
      aria-label={t('segments.condition.field')}
      placeholder={t('segments.condition.fieldPlaceholder')}
      popupMatchSelectWidth={260}
      suffixIcon={null}
      showSearch={{ optionFilterProp: 'name' }}
      optionLabelProp="name"
      value={value ? keyOf(value) : null}
      options={options}
      onChange={(key) => {
        const chosen = refs.get(key);
        if (chosen) onChange(chosen);
      }}
    />
  );
}
