import { DragOverlay, type Modifier } from '@dnd-kit/core';
import { FieldTypeIcon } from '../../../components/FieldTypeIcon.tsx';
import styles from './DragChip.module.css';
import type { Drag } from './drag.ts';

/** Beside the pointer rather than under it, so that the place it points at stays in sight. */
const beside = 12;

const atPointer: Modifier = ({ activatorEvent, activeNodeRect, transform }) => {
  if (!(activatorEvent instanceof PointerEvent) || !activeNodeRect) return transform;
  return {
    ...transform,
    x: transform.x + activatorEvent.clientX - activeNodeRect.left + beside,
    y: transform.y + activatorEvent.clientY - activeNodeRect.top + beside,
  };
};

/** What is being dragged, as a chip at the pointer. */
export function DragChip({ dragged }: { dragged: Drag | null }) {
  return (
    <DragOverlay dropAnimation={null} modifiers={[atPointer]} className={styles['overlay'] ?? ''}>
      {dragged && (
        <div className={styles['chip']}>
          {dragged.type && <FieldTypeIcon type={dragged.type} silent />}
          <span className={styles['name']}>{dragged.name}</span>
        </div>
      )}
    </DragOverlay>
  );
}
