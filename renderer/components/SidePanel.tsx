import type { ReactNode } from 'react';
import styles from './SidePanel.module.css';

interface Props {
  label: string;
  side: 'left' | 'right';
  children: ReactNode;
}

/** A column beside the work area: lists on the left, the inspector on the right. */
export function SidePanel({ label, side, children }: Props) {
  return (
    <aside className={`${styles['panel']} ${styles[side]}`} aria-label={label}>
      {children}
    </aside>
  );
}
