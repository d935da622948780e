import type { ReactNode } from 'react';
import styles from './SidePanel.module.css';

interface Props {
  label: string;
  side: 'left' | 'right';
  /** In a narrow window it is not there, for the sake of what is beside it. */
  givesWay?: boolean;
  children: ReactNode;
}

/** A column beside the work area: lists on the left, the inspector on the right. */
export function SidePanel({ label, side, givesWay = false, children }: Props) {
  return (
    <aside className={`${styles['panel']} ${styles[side]} ${givesWay ? styles['givesWay'] : ''}`} aria-label={label}>
      {children}
    </aside>
  );
}
