import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './DoneLine.module.css';

/** That something went well, said where it was asked for. */
export function DoneLine({ children }: { children: ReactNode }) {
  return (
    <p className={styles['done']} role="status">
      <CircleCheck size={14} aria-hidden />
      {children}
    </p>
  );
}
