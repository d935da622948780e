import { Select } from 'antd';
import { useState } from 'react';
import type { Constant } from '#shared/conditions/index.ts';
import type { FieldType } from '#shared/intake/index.ts';
import type { FieldRef } from '#shared/segments/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { parseConstant, type ValueProblem } from '../rule/operators.ts';
import { holds, typedLast } from './typedValue.ts';
import { useValues } from './useValues.ts';
import styles from './ValueEditor.module.css';
import { ValueNote, ValueOption } from './ValueOption.tsx';

interface Props {
  field: FieldRef;
  type: FieldType;
  values: readonly Constant[];
  onChange(values: Constant[]): void;
}

/** Several values, as chips: chosen from those that the field has, or typed one by one or pasted with commas between. */
export function ManyValues({ field, type, values, onChange }: Props) {
  const { t } = useWords();
  const [problem, setProblem] = useState<ValueProblem | null>(null);
  const known = useValues(field);
  const chosen = (texts: string[]) => {
    const parsed = texts.map((text) => parseConstant(type, text));
    const bad = parsed.find((each) => 'problem' in each);
    setProblem(bad && 'problem' in bad ? bad.problem : null);
    onChange(parsed.flatMap((each) => ('value' in each ? [each.value] : [])));
  };
  const rows = new Map(known.values.map((each) => [each.value, each.rows]));
  return (
    <>
      <Select
        className={`${styles['many']} ${values.length === 0 ? styles['empty'] : ''}`}
        mode="tags"
        size="small"
        variant="filled"
        aria-label={t('segments.condition.values')}
        placeholder={t('segments.condition.valuesPlaceholder')}
        open={known.open && known.values.length > 0}
        onOpenChange={known.setOpen}
        popupMatchSelectWidth={240}
        suffixIcon={null}
        status={problem ? 'error' : ''}
        tokenSeparators={[',', '，', '、', '\n', '\t']}
        showSearch={{ filterOption: holds, filterSort: typedLast(known.values), onSearch: known.setSearch }}
        options={known.values.filter(({ value }) => value !== '').map(({ value }) => ({ value, label: value }))}
        optionRender={({ value }) => <ValueOption value={String(value)} rows={rows.get(String(value))} />}
        popupRender={(list) => (
          <>
            {list}
            <ValueNote more={known.more} />
          </>
        )}
        value={values.map(String)}
        onChange={chosen}
      />
      {problem && <span className={styles['problem']}>{t(`segments.condition.${problem}`)}</span>}
    </>
  );
}
