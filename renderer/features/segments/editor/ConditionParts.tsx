import { memo } from 'react';
import type { FieldType } from '#shared/intake/index.ts';
import type { FieldRef } from '#shared/segments/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { type EditCondition, firstTest, update } from '../rule/tree.ts';
import { useFields } from '../useFields.ts';
import { useEditing } from './EditContext.ts';
import { FieldPicker } from './FieldPicker.tsx';
import { partsId } from './focus.ts';
import styles from './NodeRow.module.css';
import { TestEditor } from './TestEditor.tsx';

/** What a condition asks. Apart from its row, because its place in the rule, which moving others changes, is no part of it. */
export const ConditionParts = memo(function ConditionParts({ condition }: { condition: EditCondition }) {
  const { t } = useWords();
  const { change } = useEditing();
  const fields = useFields();
  const { field: ref, test } = condition;
  const field = ref ? fields.find(ref) : undefined;
  const type: FieldType = field?.type ?? 'text';
  const patch = (part: Partial<EditCondition>) =>
    change((root) => update(root, condition.id, (node) => (node.kind === 'condition' ? { ...node, ...part } : node)));
  const chooseField = (next: FieldRef) => {
    const nextType = fields.find(next)?.type ?? 'text';
    const keeps = nextType === type && ref !== null;
    patch({ field: next, test: keeps ? test : firstTest(nextType) });
  };
  return (
    <div id={partsId(condition.id)} className={styles['parts']}>
      <FieldPicker value={ref} missing={ref !== null && field === undefined} onChange={chooseField} />
      {ref && fields.isLinked(ref.table) && <span className={styles['hint']}>{t('segments.condition.anyRow')}</span>}
      {ref && <TestEditor field={ref} type={type} test={test} onChange={(next) => patch({ test: next })} />}
    </div>
  );
});
