import { Select } from 'antd';
import type { Operator } from '#shared/conditions/index.ts';
import type { FieldType } from '#shared/intake/index.ts';
import type { FieldRef } from '#shared/segments/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { operatorsOf } from '../rule/operators.ts';
import type { TestDraft } from '../rule/tree.ts';
import styles from './NodeRow.module.css';
import { ValueEditor } from './ValueEditor.tsx';

interface Props {
  field: FieldRef;
  type: FieldType;
  test: TestDraft;
  onChange(test: TestDraft): void;
}

/** How a field is compared, and with what: the part of a condition behind its field. Also what the steps of a funnel ask. */
export function TestEditor({ field, type, test, onChange }: Props) {
  const { t } = useWords();
  const dates = type === 'date' || type === 'timestamp';
  const operators = operatorsOf(type);
  const label = (op: Operator) =>
    dates && (op === 'lt' || op === 'le' || op === 'gt' || op === 'ge')
      ? t(`segments.dateOperators.${op}`)
      : t(`segments.operators.${op}`);
  return (
    <>
      <Select
        className={styles['operator'] ?? ''}
        variant="borderless"
        size="small"
        aria-label={t('segments.condition.operator')}
        popupMatchSelectWidth={false}
        suffixIcon={null}
        value={test.op}
        options={(operators.includes(test.op) ? operators : [test.op, ...operators]).map((op) => ({
          value: op,
          label: label(op),
        }))}
        onChange={(op) => onChange({ ...test, op })}
      />
      <ValueEditor key={`${type}/${test.op}`} field={field} type={type} test={test} onChange={onChange} />
    </>
  );
}
