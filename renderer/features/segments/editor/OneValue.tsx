import { Input } from 'antd';
import { useId, useState } from 'react';
import type { Constant } from '#shared/conditions/index.ts';
import type { FieldType } from '#shared/intake/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { parseConstant, type ValueProblem } from '../rule/operators.ts';
import styles from './ValueEditor.module.css';

interface Props {
  type: FieldType;
  label: string;
  value: Constant | null;
  onChange(value: Constant | null): void;
}

const examples: Partial<Record<FieldType, string>> = {
  date: '2026-10-31',
  timestamp: '2026-10-31 09:30',
  time: '09:30',
};

/** One value, typed. What cannot be read as the type says so, and is not used. */
export function OneValue({ type, label, value, onChange }: Props) {
  const { t } = useWords();
  const problemId = useId();
  const [text, setText] = useState(value === null ? '' : String(value));
  const [problem, setProblem] = useState<ValueProblem | null>(null);
  const typed = (next: string) => {
    setText(next);
    if (next === '' && type !== 'text') {
      setProblem(null);
      onChange(null);
      return;
    }
    const parsed = parseConstant(type, next);
    setProblem('problem' in parsed ? parsed.problem : null);
    onChange('problem' in parsed ? null : parsed.value);
  };
  return (
    <>
      <Input
        className={styles['value'] ?? ''}
        size="small"
        variant="filled"
        aria-label={label}
        aria-describedby={problem ? problemId : undefined}
        placeholder={examples[type] ?? ''}
        status={problem ? 'error' : ''}
        value={text}
        onChange={(event) => typed(event.target.value)}
      />
      {problem && (
        <span id={problemId} className={styles['problem']}>
          {t(`segments.condition.${problem}`)}
        </span>
      )}
    </>
  );
}
