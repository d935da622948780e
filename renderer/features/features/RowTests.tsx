import { Button } from 'antd';
import { Plus, X } from 'lucide-react';
import type { RowTest } from '#shared/features/index.ts';
import type { Field } from '#shared/intake/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { FieldSelect } from '../../components/FieldSelect.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { firstTest, TestEditor } from '../segments/index.ts';
import styles from './Features.module.css';
import { type EditTest, newTest, useTests } from './useTests.ts';

/** Tests that the schema takes. */
const mostTests = 20;

interface Props {
  table: string;
  fields: readonly Field[];
  rows: readonly RowTest[];
  onChange(rows: RowTest[]): void;
}

/** Tests of fields of one table, all of which have to be met. */
export function RowTests({ table, fields, rows, onChange }: Props) {
  const { t } = useWords();
  const { tests, change } = useTests(rows, onChange);
  const put = (test: EditTest) => change(tests.map((each) => (each.id === test.id ? test : each)));
  const chooseField = (test: EditTest, name: string) => {
    const before = fields.find((field) => field.name === test.field);
    const field = fields.find((each) => each.name === name);
    if (!field) return;
    const kept = before?.type === field.type ? test.test : firstTest(field.type);
    put({ ...test, field: name, test: kept });
  };
  return (
    <div className={styles['tests']}>
      {tests.map((test) => {
        const field = fields.find(({ name }) => name === test.field);
        return (
          <div key={test.id} className={styles['test']}>
            <FieldSelect
              className={styles['testField']}
              label={t('segments.condition.field')}
              fields={fields}
              value={test.field}
              placeholder={t('segments.condition.fieldPlaceholder')}
              onChange={(name) => chooseField(test, name)}
            />
            {field && (
              <TestEditor
                field={{ table, field: field.name }}
                type={field.type}
                test={test.test}
                onChange={(next) => put({ ...test, test: next })}
              />
            )}
            <IconButton
              icon={X}
              label={t('features.rows.removeTest')}
              onClick={() => change(tests.filter(({ id }) => id !== test.id))}
            />
          </div>
        );
      })}
      <Button
        type="text"
        size="small"
        disabled={tests.length >= mostTests}
        icon={<Plus size={14} aria-hidden />}
        onClick={() => change([...tests, newTest()])}
      >
        {t('features.rows.addTest')}
      </Button>
    </div>
  );
}
