import type { ReactNode } from 'react';
import { useDropArea } from './area.ts';
import { DropMark } from './DropMark.tsx';
import styles from './RuleArea.module.css';

/** The work area that things are dropped in, and the mark of where they would land. */
export function RuleArea({ children }: { children: ReactNode }) {
  const area = useDropArea();
  return (
    <div ref={area?.attach} className={styles['area']}>
      {children}
      <DropMark />
    </div>
  );
}
