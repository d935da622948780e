import { Select } from 'antd';
import { X } from 'lucide-react';
import type { Operator } from '#shared/conditions/index.ts';
import type { FieldType } from '#shared/intake/index.ts';
import type { FieldRef } from '#shared/segments/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { toNode } from '../rule/convert.ts';
import { firstOperator, operatorsOf } from '../rule/operators.ts';
import { type EditCondition, emptyTest, remove, update } from '../rule/tree.ts';
import { useFields } from '../useFields.ts';
import styles from './ConditionRow.module.css';
import { useEditing } from './EditContext.ts';
import { FieldPicker } from './FieldPicker.tsx';
import { NodeMenu } from './NodeMenu.tsx';
import { RowCount } from './RowCount.tsx';
import { ValueEditor } from './ValueEditor.tsx';

/** One condition: field, comparison, value, and how many clients meet it by itself. */
export function ConditionRow({ condition, path }: { condition: EditCondition; path: string }) {
  const { t } = useWords();
  const { change } = useEditing();
  const fields = useFields();
  const { field: ref, test } = condition;
  const field = ref ? fields.find(ref) : undefined;
  const type: FieldType = field?.type ?? 'text';
  const dates = type === 'date' || type === 'timestamp';
  const patch = (part: Partial<EditCondition>) =>
    change((root) => update(root, condition.id, (node) => (node.kind === 'condition' ? { ...node, ...part } : node)));
  const chooseField = (next: FieldRef) => {
    const nextType = fields.find(next)?.type ?? 'text';
    const keeps = nextType === type && ref !== null;
    patch({ field: next, test: keeps ? test : { ...emptyTest, op: firstOperator(nextType) } });
  };
  const label = (op: Operator) =>
    dates && (op === 'lt' || op === 'le' || op === 'gt' || op === 'ge')
      ? t(`segments.dateOperators.${op}`)
      : t(`segments.operators.${op}`);
  const operators = operatorsOf(type);
  const nodes = toNode(condition);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own box
    <div role="group" aria-label={t('segments.condition.label', { path })} className={styles['row']}>
      <NodeMenu id={condition.id} />
      <div className={styles['parts']}>
        <FieldPicker value={ref} missing={ref !== null && field === undefined} onChange={chooseField} />
        {ref && fields.isLinked(ref.table) && <span className={styles['hint']}>{t('segments.condition.anyRow')}</span>}
        {ref && (
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
            onChange={(op) => patch({ test: { ...test, op } })}
          />
        )}
        {ref && (
          <ValueEditor key={`${type}/${test.op}`} type={type} test={test} onChange={(next) => patch({ test: next })} />
        )}
      </div>
      <RowCount node={nodes[0]} />
      <IconButton
        icon={X}
        label={t('segments.condition.remove', { path })}
        onClick={() => change((root) => remove(root, condition.id))}
      />
    </div>
  );
}
