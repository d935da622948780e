import { useEffect, useState } from 'react';
import styles from './EditableTitle.module.css';
import { titleMark } from './titleFocus.ts';

interface Props {
  value: string;
  label: string;
  /** Said when it is left empty; the old title then stays. */
  missing: string;
  onChange(value: string): void;
}

/** A title that is edited where it stands. Enter or leaving keeps it, Escape takes it back. */
export function EditableTitle({ value, label, missing, onChange }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const empty = text.trim() === '';
  const keep = () => {
    if (empty) setText(value);
    else if (text.trim() !== value) onChange(text.trim());
  };
  return (
    <h1 className={styles['title']}>
      <input
        {...titleMark}
        className={styles['input']}
        aria-label={label}
        aria-invalid={empty}
        title={empty ? missing : text}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setText(value);
        }}
      />
    </h1>
  );
}
