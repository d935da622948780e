import type { ReactNode } from 'react';
import styles from './WorkHeader.module.css';

interface Props {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
}

/** The head of a work area: what is shown, a quiet note, and what can be done with it. */
export function WorkHeader({ title, note, actions }: Props) {
  return (
    <header className={styles['header']}>
      <div className={styles['title']}>{title}</div>
      {note && <div className={styles['note']}>{note}</div>}
      {actions && <div className={styles['actions']}>{actions}</div>}
    </header>
  );
}
