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
  // What cannot be used stays, marked, to be put right.
  const done = () => {
    if (starts === null) return;
    onChange(starts.length === 0 ? undefined : starts);
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

/** Null for what are no rising numbers. The first column begins where the line does: left out, it is meant. */
function startsOf(text: string): number[] | null {
  const words = text.split(/[\s,，]+/).filter((word) => word !== '');
  const starts = words.map(Number);
  const rising = starts.every((start, i) => Number.isInteger(start) && start >= 0 && start > (starts[i - 1] ?? -1));
  if (!rising) return null;
  return starts.length === 0 || starts[0] === 0 ? starts : [0, ...starts];
}
