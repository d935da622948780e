import { Button } from 'antd';
import { Plus, X } from 'lucide-react';
import type { Dataset } from '#shared/intake/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { FieldSelect } from '../../../components/FieldSelect.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { firstTest, TestEditor } from '../../segments/index.ts';
import { type EditStep, type EditTest, newTest } from './draft.ts';
import styles from './StepRow.module.css';

/** Tests of one step; a row has to meet all of them. */
const mostTests = 20;

interface Props {
  step: EditStep;
  dataset: Dataset;
  onChange(step: EditStep): void;
}

/** What a row of the event table must meet to count for a step. */
export function StepTests({ step, dataset, onChange }: Props) {
  const { t } = useWords();
  const put = (test: EditTest) =>
    onChange({ ...step, tests: step.tests.map((each) => (each.id === test.id ? test : each)) });
  const chooseField = (test: EditTest, name: string) => {
    const before = dataset.fields.find((field) => field.name === test.field);
    const field = dataset.fields.find((each) => each.name === name);
    if (!field) return;
    put({
      ...test,
      field: name,
      test: before?.type === field.type ? test.test : firstTest(field.type),
    });
  };
  return (
    <>
      {step.tests.map((test) => {
        const field = dataset.fields.find(({ name }) => name === test.field);
        return (
          <div key={test.id} className={styles['test']}>
            <FieldSelect
              className={styles['field']}
              label={t('segments.condition.field')}
              fields={dataset.fields}
              value={test.field}
              placeholder={t('segments.condition.fieldPlaceholder')}
              onChange={(name) => chooseField(test, name)}
            />
            {field && (
              <TestEditor
                field={{ table: dataset.name, field: field.name }}
                type={field.type}
                test={test.test}
                onChange={(next) => put({ ...test, test: next })}
              />
            )}
            {step.tests.length > 1 && (
              <IconButton
                icon={X}
                label={t('funnels.steps.removeTest')}
                onClick={() => onChange({ ...step, tests: step.tests.filter(({ id }) => id !== test.id) })}
              />
            )}
          </div>
        );
      })}
      <div>
        <Button
          type="text"
          size="small"
          disabled={step.tests.length >= mostTests}
          icon={<Plus size={14} aria-hidden />}
          onClick={() => onChange({ ...step, tests: [...step.tests, newTest()] })}
        >
          {t('funnels.steps.addTest')}
        </Button>
      </div>
    </>
  );
}
