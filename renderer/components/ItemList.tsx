import { type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './ItemList.module.css';

export interface ListItem {
  id: string;
  title: string;
  note?: ReactNode;
  badge?: ReactNode;
}

interface Props {
  label: string;
  items: readonly ListItem[];
  selected: string | null;
  onSelect(id: string): void;
  /** Beside the heading: the button that makes another. */
  action?: ReactNode;
}

/** A list to choose one thing from, in a side panel. */
export function ItemList({ label, items, selected, onSelect, action }: Props) {
  const chosen = useRef<HTMLButtonElement>(null);
  const listed = items.some(({ id }) => id === selected);
  // What was made or found just now may stand at the far end of a long list.
  useLayoutEffect(() => {
    if (selected !== null && listed) chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [selected, listed]);
  return (
    <section className={styles['section']} aria-label={label}>
      <header className={styles['head']}>
        <h2 className={styles['label']}>{label}</h2>
        {action}
      </header>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <button
              ref={item.id === selected ? chosen : undefined}
              type="button"
              className={styles['item']}
              aria-current={item.id === selected ? 'true' : undefined}
              onClick={() => onSelect(item.id)}
            >
              <span className={styles['first']}>
                <span className={styles['title']} title={item.title}>
                  {item.title}
                </span>
                {item.badge}
              </span>
              {item.note && <span className={styles['note']}>{item.note}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
