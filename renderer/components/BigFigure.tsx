import styles from './BigFigure.module.css';

interface Props {
  label: string;
  /** Null while it is being worked out: a figure that may be old is never shown. */
  value: string | null;
  unit: string;
  note?: string | undefined;
  updating: string;
}

/** The one big figure of a panel. It keeps its place while it is worked out again. */
export function BigFigure({ label, value, unit, note, updating }: Props) {
  return (
    <div className={styles['figure']} aria-live="polite">
      <h2 className={styles['label']}>{label}</h2>
      <p className={styles['line']}>
        {value === null ? (
          <span className={styles['updating']}>{updating}</span>
        ) : (
          <>
            <strong className={styles['value']}>{value}</strong> <span className={styles['unit']}>{unit}</span>
          </>
        )}
      </p>
      <p className={styles['note']}>{(value !== null && note) || ' '}</p>
    </div>
  );
}
