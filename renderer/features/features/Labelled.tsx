import type { ReactNode } from 'react';
import styles from './Features.module.css';

/** A control with its name before it. */
export function Labelled({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className={styles['labelled']} title={hint}>
      <span>{label}</span>
      {children}
    </div>
  );
}
