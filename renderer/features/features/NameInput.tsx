import { Input } from 'antd';
import { useWords } from '../../app/i18n/useWords.ts';
import { useTyped } from '../../components/useTyped.ts';
import styles from './Features.module.css';

interface Props {
  value: string;
  label: string;
  /** Names that others have: columns of one table differ by more than case. */
  taken: readonly string[];
  /** What it is called where nothing is written; null: something has to be. */
  otherwise: string | null;
  onChange(name: string): void;
}

/** A name that is kept once it is left, so that what is on the way to it is no name. */
export function NameInput({ value, label, taken, otherwise, onChange }: Props) {
  const { t } = useWords();
  const [text, setText] = useTyped(value, (typed) => typed.trim() || value);
  const typed = text.trim();
  const isTaken = taken.some((name) => name.toLowerCase() === typed.toLowerCase());
  const bad = isTaken || (typed === '' && otherwise === null);
  const keep = () => {
    const name = typed === '' ? otherwise : typed;
    if (name === null) return setText(value);
    setText(name);
    if (!isTaken && name !== value) onChange(name);
  };
  return (
    <>
      <Input
        size="small"
        aria-label={label}
        aria-invalid={bad}
        status={bad ? 'error' : ''}
        maxLength={200}
        placeholder={otherwise ?? ''}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onPressEnter={(event) => event.currentTarget.blur()}
      />
      {isTaken && <span className={styles['problem']}>{t('features.nameTaken')}</span>}
    </>
  );
}
