import type { ReactNode } from 'react';
import styles from './DataTable.module.css';
import { useMoreInView } from './useMoreInView.ts';

export interface Column<T> {
  key: string;
  title: ReactNode;
  cell(row: T): ReactNode;
  numeric?: boolean;
  /** Takes the space that is left and cuts what is longer. */
  wide?: boolean;
}

interface Props<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey(row: T): string;
  /** The row that is looked at elsewhere. */
  isMarked?(row: T): boolean;
}

/** A plain table with a head that stays, for lists that fit in memory. */
export function DataTable<T>({ label, columns, rows, rowKey, isMarked }: Props<T>) {
  const { drawn, end } = useMoreInView(rows.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className={styles['scroll']} aria-label={label} tabIndex={0}>
      <table className={styles['table']} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric ? styles['numeric'] : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, drawn).map((row) => (
            <tr key={rowKey(row)} data-marked={isMarked?.(row) || undefined}>
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={[column.numeric && styles['numeric'], column.wide && styles['wide']]
                    .filter(Boolean)
                    .join(' ')}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {end && <div key={drawn} ref={end} className={styles['end']} />}
    </section>
  );
}
