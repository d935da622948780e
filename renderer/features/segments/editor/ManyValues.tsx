import { Select } from 'antd';
import { useState } from 'react';
import type { Constant } from '#shared/conditions/index.ts';
import type { FieldType } from '#shared/intake/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { parseConstant, type ValueProblem } from '../rule/operators.ts';
import styles from './ValueEditor.module.css';

interface Props {
  type: FieldType;
  values: readonly Constant[];
  onChange(values: Constant[]): void;
}

/** Several values, as chips: typed one by one, or pasted with commas or line breaks between them. */
export function ManyValues({ type, values, onChange }: Props) {
  const { t } = useWords();
  const [problem, setProblem] = useState<ValueProblem | null>(null);
  const chosen = (texts: string[]) => {
    const parsed = texts.map((text) => parseConstant(type, text));
    const bad = parsed.find((each) => 'problem' in each);
    setProblem(bad && 'problem' in bad ? bad.problem : null);
    onChange(parsed.flatMap((each) => ('value' in each ? [each.value] : [])));
  };
  return (
    <>
      <Select
        className={styles['many'] ?? ''}
        mode="tags"
        size="small"
        variant="filled"
        aria-label={t('segments.condition.values')}
        placeholder={t('segments.condition.valuesPlaceholder')}
        open={false}
        suffixIcon={null}
        status={problem ? 'error' : ''}
        tokenSeparators={[',', '，', '、', '\n', '\t']}
        value={values.map(String)}
        onChange={chosen}
      />
      {problem && <span className={styles['problem']}>{t(`segments.condition.${problem}`)}</span>}
    </>
  );
}
