import { Input } from 'antd';
import { useTyped } from '../../components/useTyped.ts';
import { Labelled } from './Labelled.tsx';

interface Props {
  value: string;
  label: string;
  /** What may be left empty is kept so. */
  optional?: boolean;
  hint?: string;
  onChange(value: string): void;
}

/** A name that is kept as it is typed; an empty one only where it may be. */
export function NameInput({ value, label, optional = false, hint, onChange }: Props) {
  const [text, setText] = useTyped(value, (typed) => (typed.trim() === '' && !optional ? value : typed.trim()));
  const bad = text.trim() === '' && !optional;
  return (
    <Labelled label={label} {...(hint ? { hint } : {})}>
      <Input
        size="small"
        aria-label={label}
        status={bad ? 'error' : ''}
        maxLength={200}
        value={text}
        onChange={(event) => {
          const typed = event.target.value;
          setText(typed);
          if (typed.trim() !== '' || optional) onChange(typed.trim());
        }}
      />
    </Labelled>
  );
}
