import { Select } from 'antd';
import type { FieldType } from '#shared/intake/index.ts';
import type { FieldRef } from '#shared/segments/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import type { TestDraft } from '../rule/tree.ts';
import { ManyValues } from './ManyValues.tsx';
import { OneValue } from './OneValue.tsx';
import styles from './ValueEditor.module.css';

interface Props {
  field: FieldRef;
  type: FieldType;
  test: TestDraft;
  onChange(test: TestDraft): void;
}

/** The value of a condition, as its comparison and the type of its field need it. */
export function ValueEditor({ field, type, test, onChange }: Props) {
  const { t } = useWords();
  switch (test.op) {
    case 'isNull':
    case 'notNull':
      return null;
    case 'in':
    case 'notIn':
      return (
        <ManyValues field={field} type={type} values={test.many} onChange={(many) => onChange({ ...test, many })} />
      );
    case 'between':
      return (
        <>
          <OneValue
            field={field}
            offers={false}
            type={type}
            label={t('segments.condition.low')}
            value={test.first}
            onChange={(first) => onChange({ ...test, first })}
          />
          <span className={styles['to']}>{t('segments.condition.to')}</span>
          <OneValue
            field={field}
            offers={false}
            type={type}
            label={t('segments.condition.high')}
            value={test.second}
            onChange={(second) => onChange({ ...test, second })}
          />
        </>
      );
    default:
      if (type === 'boolean') {
        return (
          <Select
            className={styles['value'] ?? ''}
            size="small"
            variant="filled"
            aria-label={t('segments.condition.value')}
            value={typeof test.first === 'boolean' ? test.first : null}
            options={[
              { value: true, label: t('segments.condition.yes') },
              { value: false, label: t('segments.condition.no') },
            ]}
            onChange={(first) => onChange({ ...test, first })}
          />
        );
      }
      return (
        <OneValue
          field={field}
          offers={test.op === 'eq' || test.op === 'ne'}
          type={type}
          label={t('segments.condition.value')}
          value={test.first}
          onChange={(first) => onChange({ ...test, first })}
        />
      );
  }
}
