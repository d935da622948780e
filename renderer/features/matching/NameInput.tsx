import { Input } from 'antd';
import { useTyped } from '../../components/useTyped.ts';

interface Props {
  label: string;
  value: string;
  /** Names that others have. */
  taken?: readonly string[];
  onChange(value: string): void;
}

/** A name that is never kept empty, nor twice. */
export function NameInput({ label, value, taken = [], onChange }: Props) {
  const keptAs = (text: string) => (text.trim() === '' || taken.includes(text.trim()) ? value : text.trim());
  const [text, setText] = useTyped(value, keptAs);
  const bad = text.trim() === '' || taken.includes(text.trim());
  return (
    <Input
      size="small"
      aria-label={label}
      status={bad ? 'error' : ''}
      maxLength={200}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        const next = keptAs(event.target.value);
        if (next !== value) onChange(next);
      }}
    />
  );
}
