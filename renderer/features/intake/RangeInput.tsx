import { Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../app/i18n/useWords.ts';

interface Props {
  value: string;
  disabled: boolean;
  /** Undefined where all is meant. */
  onChange(range: string | undefined): void;
}

/** A range of cells. It counts once it is written out: half of one would be refused at every key. */
export function RangeInput({ value, disabled, onChange }: Props) {
  const { t } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const settle = () => {
    const range = (draft ?? value).trim().toUpperCase();
    setDraft(null);
    if (range !== value) onChange(range === '' ? undefined : range);
  };
  return (
    <Input
      value={draft ?? value}
      disabled={disabled}
      maxLength={30}
      placeholder={t('intake.rangeHint')}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={settle}
      onPressEnter={settle}
    />
  );
}
