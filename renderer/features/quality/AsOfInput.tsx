import { Input } from 'antd';
import { useId, useState } from 'react';
import { isIsoDay } from '../../app/format/dates.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import styles from './Quality.module.css';

/** The day that dates are held against. It counts once it is a day and the field is left or Enter is pressed. */
export function AsOfInput({ value, onChange }: { value: string; onChange(day: string): void }) {
  const { t } = useWords();
  const id = useId();
  const [text, setText] = useState(value);
  const wrong = !isIsoDay(text);
  const done = () => {
    if (!wrong && text !== value) onChange(text);
  };
  return (
    <div className={styles['asOf']}>
      <label htmlFor={id}>{t('quality.asOf')}</label>
      <Input
        id={id}
        size="small"
        value={text}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        title={wrong ? t('quality.asOfWrong') : undefined}
        onChange={(event) => setText(event.target.value)}
        onBlur={done}
        onPressEnter={done}
      />
    </div>
  );
}
