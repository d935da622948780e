import type { ReactNode } from 'react';
import styles from './Features.module.css';

interface Props {
  label: string;
  /** What it means, in small letters behind it. */
  note?: string;
  children: ReactNode;
}

/** A control with its name before it. */
export function Labelled({ label, note, children }: Props) {
  return (
    <div className={`${styles['labelled']} ${note ? styles['noted'] : ''}`}>
      <span>{label}</span>
      <div>{children}</div>
      {note && <p className={styles['hint']}>{note}</p>}
    </div>
  );
}
