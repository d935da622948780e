import styles from './AmberBadge.module.css';

/** "Look here", in amber: never an error. */
export function AmberBadge({ children, title }: { children: string; title?: string }) {
  return (
    <span className={styles['badge']} title={title}>
      {children}
    </span>
  );
}
