import { AutoComplete, Input } from 'antd';
import { useId, useState } from 'react';
import type { Constant } from '#shared/conditions/index.ts';
import type { FieldType } from '#shared/intake/index.ts';
import type { FieldRef } from '#shared/segments/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { parseConstant, type ValueProblem } from '../rule/operators.ts';
import { useValues } from './useValues.ts';
import styles from './ValueEditor.module.css';
import { ValueNote, ValueOption } from './ValueOption.tsx';

interface Props {
  field: FieldRef;
  type: FieldType;
  label: string;
  value: Constant | null;
  /** Whether values that the field has are offered: where the value is one of them, and not a bound. */
  offers: boolean;
  onChange(value: Constant | null): void;
}

const examples: Partial<Record<FieldType, string>> = {
  integer: '100',
  decimal: '100',
  date: '2026-10-31',
  timestamp: '2026-10-31 09:30',
  time: '09:30',
};

/** One value, typed or chosen. What cannot be read as the type says so, and is not used. */
export function OneValue({ field, type, label, value, offers, onChange }: Props) {
  const { t } = useWords();
  const problemId = useId();
  const [text, setText] = useState(value === null ? '' : String(value));
  const [problem, setProblem] = useState<ValueProblem | null>(null);
  const known = useValues(field);
  const typed = (next: string) => {
    setText(next);
    known.setSearch(next);
    if (next === '' && type !== 'text') {
      setProblem(null);
      onChange(null);
      return;
    }
    const parsed = parseConstant(type, next);
    setProblem('problem' in parsed ? parsed.problem : null);
    onChange('problem' in parsed ? null : parsed.value);
  };
  const example = examples[type];
  const asked = offers ? t('segments.condition.valuesPlaceholder') : '';
  const placeholder = example ? t('segments.condition.example', { value: example }) : asked;
  const rows = new Map(known.values.map((each) => [each.value, each.rows]));
  const input = (
    <Input
      className={styles['value'] ?? ''}
      size="small"
      variant="filled"
      aria-label={label}
      aria-describedby={problem ? problemId : undefined}
      placeholder={placeholder}
      status={problem ? 'error' : ''}
      title={text}
      value={text}
      onChange={(event) => typed(event.target.value)}
    />
  );
  return (
    <>
      {offers ? (
        <AutoComplete
          className={styles['offering'] ?? ''}
          value={text}
          open={known.open && known.values.length > 0}
          onOpenChange={known.setOpen}
          popupMatchSelectWidth={240}
          options={known.values.map((each) => ({ value: each.value }))}
          optionRender={({ value: each }) => <ValueOption value={String(each)} rows={rows.get(String(each))} />}
          popupRender={(list) => (
            <>
              {list}
              <ValueNote more={known.more} />
            </>
          )}
          onChange={typed}
        >
          {input}
        </AutoComplete>
      ) : (
        input
      )}
      {problem && (
        <span id={problemId} className={styles['problem']}>
          {t(`segments.condition.${problem}`)}
        </span>
      )}
    </>
  );
}
