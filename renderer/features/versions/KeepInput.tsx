import { InputNumber } from 'antd';
import { useId, useState } from 'react';
import { mostKept } from '#shared/versions/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import styles from './Versions.module.css';

/** How many earlier versions are kept. It counts when the field is left or Enter is pressed. */
export function KeepInput({ value, onChange }: { value: number; onChange(keep: number): void }) {
  const { t } = useWords();
  const id = useId();
  const [written, setWritten] = useState<number | null>(value);
  return (
    <span className={styles['keep']} title={t('versions.keepNote')}>
      <label htmlFor={id}>{t('versions.keep')}</label>
      <InputNumber
        id={id}
        size="small"
        min={0}
        max={mostKept}
        precision={0}
        value={written}
        onChange={setWritten}
        onPressEnter={(event) => event.currentTarget.blur()}
        onBlur={() => {
          if (written === null) setWritten(value);
          else if (written !== value) onChange(written);
        }}
      />
    </span>
  );
}
