import type { ReactNode } from 'react';
import styles from './Card.module.css';

interface Props {
  title?: string | undefined;
  note?: ReactNode;
  children: ReactNode;
}

/** A white card with a hairline: one subject. */
export function Card({ title, note, children }: Props) {
  return (
    <section className={styles['card']} aria-label={title}>
      {title && (
        <header className={styles['head']}>
          <h3>{title}</h3>
          {note}
        </header>
      )}
      {children}
    </section>
  );
}
