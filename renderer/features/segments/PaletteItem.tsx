import { useDraggable } from '@dnd-kit/core';
import { CircleDot } from 'lucide-react';
import type { FieldType } from '#shared/intake/index.ts';
import { formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { FieldTypeIcon } from '../../components/FieldTypeIcon.tsx';
import type { Dragged } from './dnd/dragged.ts';
import styles from './Palette.module.css';
import type { EditNode } from './rule/tree.ts';

interface Props {
  id: string;
  name: string;
  label: string;
  /** Of a field; a saved segment has none. */
  type?: FieldType;
  /** How much of the field is filled, 0 to 1. */
  filled?: number;
  node(): EditNode;
  onPick(node: EditNode): void;
}

/** Something that a condition can be made of: a click adds it where new conditions go, dragging takes it anywhere. */
export function PaletteItem({ id, name, label, type, filled, node, onPick }: Props) {
  const { t } = useWords();
  const { setNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: `palette:${id}`,
    data: { name, type, node } satisfies Dragged,
    attributes: { roleDescription: t('segments.drag.source') },
  });
  return (
    <li>
      <button
        {...attributes}
        {...listeners}
        ref={setNodeRef}
        type="button"
        data-handle
        data-dragging={isDragging || undefined}
        className={styles['field']}
        title={
          filled === undefined ? name : `${name} · ${t('segments.palette.filled', { share: formatShare(filled) })}`
        }
        aria-label={label}
        onClick={() => onPick(node())}
      >
        {type ? <FieldTypeIcon type={type} silent /> : <CircleDot className={styles['dot']} size={12} aria-hidden />}
        <span className={styles['name']}>{name}</span>
        {filled !== undefined && (
          <span className={styles['bar']} aria-hidden>
            <span style={{ width: `${filled * 100}%` }} />
          </span>
        )}
      </button>
    </li>
  );
}
