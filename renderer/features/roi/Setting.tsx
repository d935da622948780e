import type { ReactNode } from 'react';
import styles from './Settings.module.css';

interface Props {
  label: string;
  problem?: string | null;
  children: ReactNode;
}

/** One control with its name above it. */
export function Setting({ label, problem, children }: Props) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={styles['setting']}>
      <span className={styles['label']}>{label}</span>
      {children}
      {problem && <span className={styles['problem']}>{problem}</span>}
    </label>
  );
}
