import { Select } from 'antd';
import { isIdentity } from '#shared/privacy/sensitivity.ts';
import type { FieldRef } from '#shared/segments/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { FieldTypeIcon } from '../../../components/FieldTypeIcon.tsx';
import type { Fields } from '../../segments/index.ts';

interface Props {
  value: readonly FieldRef[];
  fields: Fields;
  onChange(fields: FieldRef[]): void;
}

const keyOf = ({ table, field }: FieldRef) => JSON.stringify([table, field]);

/** Chooses the fields of a portrait; none means: all that fit. Fields that have gone stay, by name. */
export function DimensionPicker({ value, fields, onChange }: Props) {
  const { t } = useWords();
  const refs = new Map(value.map((ref): [string, FieldRef] => [keyOf(ref), ref]));
  const groups = fields.tables.map(({ table, fields: own }) => ({
    label: table,
    options: own.map(({ name, type, sensitivity }) => {
      const ref = { table, field: name };
      refs.set(keyOf(ref), ref);
      const hidden = isIdentity(sensitivity);
      return {
        value: keyOf(ref),
        name,
        disabled: hidden,
        title: hidden ? t('portraits.settings.identity') : name,
        label: (
          <>
            <FieldTypeIcon type={type} />
            {name}
          </>
        ),
      };
    }),
  }));
  const gone = value
    .filter((ref) => !fields.find(ref))
    .map((ref) => {
      const name = t('portraits.settings.gone', { field: ref.field });
      return { value: keyOf(ref), name, disabled: false, title: name, label: <>{name}</> };
    });
  return (
    <Select
      mode="multiple"
      allowClear
      aria-label={t('portraits.settings.dimensions')}
      placeholder={t('portraits.settings.automatic')}
      status={gone.length > 0 ? 'error' : ''}
      maxTagCount={8}
      popupMatchSelectWidth={260}
      showSearch={{ optionFilterProp: 'name' }}
      optionLabelProp="name"
      value={value.map(keyOf)}
      options={gone.length > 0 ? [...groups, { label: t('portraits.skipped.reasons.gone'), options: gone }] : groups}
      onChange={(keys) => onChange(keys.flatMap((key) => refs.get(key) ?? []))}
    />
  );
}
