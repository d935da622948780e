import { Button, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../app/i18n/useWords.ts';
import { FieldName } from '../../../components/FieldName.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { emptyTest, firstTest, type TestDraft, TestEditor, toDraft, toPredicate } from '../../segments/index.ts';
import { freshId } from '../steps/draft.ts';
import type { FormProps } from './form.ts';
import styles from './parts.module.css';
import { Choice, Row } from './parts.tsx';
import { useSourceTable } from './SourceTable.ts';

/** A condition while it is filled in. */
interface Line {
  readonly id: string;
  readonly field: string;
  readonly test: TestDraft;
}

type Conditions = FormProps<'filter'>['step']['conditions'];

const toLines = (conditions: Conditions): Line[] =>
  conditions.map(({ field, test }) => ({ id: freshId(), field, test: toDraft(test) }));

const blank = (): Line => ({ id: freshId(), field: '', test: emptyTest });

/** Those of the lines that are complete. */
const toConditions = (lines: readonly Line[]): Conditions =>
  lines.flatMap(({ field, test }) => {
    const predicate = toPredicate(test);
    return field === '' || predicate === null ? [] : [{ field, test: predicate }];
  });

export function FilterForm({ step, fields, onChange }: FormProps<'filter'>) {
  const { t } = useWords();
  const table = useSourceTable();
  const saved = JSON.stringify(step.conditions);
  const [edited, setEdited] = useState({ lines: toLines(step.conditions), written: saved });
  // Other conditions than those written last mean that they changed elsewhere, as by undo.
  const known = edited.written === saved ? edited.lines : toLines(step.conditions);
  const [first] = useState(blank);
  const lines = known.length === 0 ? [first] : known;
  const put = (next: readonly Line[]) => {
    const conditions = toConditions(next);
    setEdited({ lines: [...next], written: JSON.stringify(conditions) });
    onChange({ ...step, conditions });
  };
  const change = (id: string, part: Partial<Line>) =>
    put(lines.map((line) => (line.id === id ? { ...line, ...part } : line)));
  return (
    <>
      <Choice
        label={t('recipes.form.action')}
        value={step.action}
        options={(['keep', 'drop'] as const).map((value) => ({
          value,
          label: t(`recipes.form.filterActions.${value}`),
        }))}
        onChange={(action) => onChange({ ...step, action })}
      />
      <Choice
        label={t('recipes.form.combine')}
        value={step.combine}
        options={(['and', 'or'] as const).map((value) => ({ value, label: t(`recipes.form.combines.${value}`) }))}
        onChange={(combine) => onChange({ ...step, combine })}
      />
      <Row label={t('recipes.form.conditions')}>
        {lines.map((line, i) => {
          const field = fields.find(({ name }) => name === line.field);
          return (
            <div key={line.id} className={styles['condition']}>
              <div className={styles['test']}>
                <Select
                  className={styles['conditionField'] ?? ''}
                  size="small"
                  aria-label={`${t('recipes.form.field')} ${i + 1}`}
                  showSearch={{ optionFilterProp: 'label' }}
                  popupMatchSelectWidth={false}
                  status={line.field !== '' && !field ? 'error' : ''}
                  placeholder={t('recipes.form.choose')}
                  value={line.field === '' ? null : line.field}
                  options={fields.map(({ name, type }) => ({ value: name, label: name, type }))}
                  optionRender={({ data }) => <FieldName name={data.label} type={data.type} />}
                  onChange={(name) => {
                    const chosen = fields.find((each) => each.name === name);
                    change(line.id, {
                      field: name,
                      test: chosen && chosen.type !== field?.type ? firstTest(chosen.type) : line.test,
                    });
                  }}
                />
                {field && (
                  <TestEditor
                    field={{ table, field: field.name }}
                    type={field.type}
                    test={line.test}
                    onChange={(test) => change(line.id, { test })}
                  />
                )}
              </div>
              {lines.length > 1 && (
                <IconButton
                  icon={X}
                  label={t('recipes.form.removeCondition', { place: String(i + 1) })}
                  onClick={() => put(lines.filter(({ id }) => id !== line.id))}
                />
              )}
            </div>
          );
        })}
        <div className={styles['tools']}>
          <Button
            type="text"
            size="small"
            icon={<Plus size={14} aria-hidden />}
            onClick={() => put([...lines, blank()])}
          >
            {t('recipes.form.addCondition')}
          </Button>
        </div>
      </Row>
    </>
  );
}
