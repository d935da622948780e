import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface Props {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  /** Buttons for the next step. */
  actions?: ReactNode;
}

/** Where there is nothing yet: what will be here, and the next step to it. */
export function EmptyState({ icon: Icon, title, children, actions }: Props) {
  return (
    <div className={styles['empty']}>
      <Icon className={styles['icon']} size={28} strokeWidth={1.25} aria-hidden />
      <h2>{title}</h2>
      {children && <p className={styles['text']}>{children}</p>}
      {actions && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
