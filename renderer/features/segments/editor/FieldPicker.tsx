import { Select } from 'antd';
import { useMemo, useState } from 'react';
import type { FieldRef } from '#shared/segments/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { FieldName } from '../../../components/FieldName.tsx';
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
  // Each row of a rule has a picker, and all fields are only of interest to the one that is open.
  const [open, setOpen] = useState(false);
  const known = useMemo(
    () =>
      new Map(
        tables.flatMap(({ table, fields }) =>
          fields.map(({ name, type }) => [keyOf({ table, field: name }), { ref: { table, field: name }, type }]),
        ),
      ),
    [tables],
  );
  const options = open
    ? tables.map(({ table, fields }) => ({
        label: table,
        options: fields.map(({ name, type }) => ({
          value: keyOf({ table, field: name }),
          label: name,
          title: `${table} · ${name} · ${t(`common.fieldType.${type}`)}`,
        })),
      }))
    : [];
  return (
    <Select
      className={`${styles['picker']} ${value ? styles['filled'] : ''}`}
      variant={value ? 'borderless' : 'outlined'}
      size="small"
      status={missing ? 'error' : ''}
      title={missing ? t('segments.condition.missing') : value ? `${value.table} · ${value.field}` : ''}
      aria-label={t('segments.condition.field')}
      placeholder={t('segments.condition.fieldPlaceholder')}
      popupMatchSelectWidth={260}
      suffixIcon={null}
      showSearch={{ optionFilterProp: 'label' }}
      open={open}
      onOpenChange={setOpen}
      value={value ? keyOf(value) : null}
      labelRender={() => value?.field}
      options={options}
      optionRender={({ value: key }) => {
        const option = known.get(String(key));
        return option && <FieldName name={option.ref.field} type={option.type} />;
      }}
      onChange={(key) => {
        const chosen = known.get(key);
        if (chosen) onChange(chosen.ref);
      }}
    />
  );
}
