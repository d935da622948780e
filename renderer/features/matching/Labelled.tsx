import type { ReactNode } from 'react';
import styles from './Matching.module.css';

/** A control below what it is called; a long name is cut, and whole when pointed at. */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles['named']}>
      <span title={label}>{label}</span>
      {children}
    </div>
  );
}
