import { X } from 'lucide-react';
import { useEditing } from './EditContext.ts';
import styles from './RemoveButton.module.css';

/** Deletes a part of the rule. A plain button: there is one in each row, and rows are many. */
export function RemoveButton({ id, label }: { id: string; label: string }) {
  const { remove } = useEditing();
  return (
    <button type="button" className={styles['remove']} aria-label={label} title={label} onClick={() => remove(id)}>
      {cross}
    </button>
  );
}

/** One for all rows. */
const cross = <X size={15} strokeWidth={1.75} aria-hidden />;
