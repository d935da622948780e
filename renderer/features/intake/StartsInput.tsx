import { Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../app/i18n/useWords.ts';

interface Props {
  value: readonly number[];
  disabled: boolean;
  /** Undefined: they are detected. */
  onChange(starts: number[] | undefined): void;
}

/** Where the columns of a fixed-width text begin, as numbers in a row. */
export function StartsInput({ value, disabled, onChange }: Props) {
  const { t } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const starts = typed === null ? null : startsOf(typed);
  const done = () => {
    if (typed !== null && starts !== null) onChange(starts.length === 0 ? undefined : starts);
    setTyped(null);
  };
  return (
    <Input
      value={typed ?? value.join(', ')}
      disabled={disabled}
      status={typed !== null && starts === null ? 'error' : ''}
      placeholder={t('intake.columnStartsHint')}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={done}
      onPressEnter={done}
    />
  );
}

/** Null for what are no rising numbers. */
function startsOf(text: string): number[] | null {
  const words = text.split(/[\s,，]+/).filter((word) => word !== '');
  const starts = words.map(Number);
  const rising = starts.every((start, i) => Number.isInteger(start) && start >= 0 && start > (starts[i - 1] ?? -1));
  return rising ? starts : null;
}
