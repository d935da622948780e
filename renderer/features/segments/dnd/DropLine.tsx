import { useDroppable } from '@dnd-kit/core';
import { useWords } from '../../../app/i18n/useWords.ts';
import { slotId } from '../rule/slots.ts';
import { useDrag } from './DragContext.ts';
import styles from './DropLine.module.css';
import type { Target } from './dragged.ts';

interface Props {
  group: string;
  index: number;
  /** The place behind the last item: a box over the foot of the group, where there is room to say what will happen. */
  last?: boolean;
}

/** A place where something can be dropped. It lies over the page and shows itself only while something is about to land. */
export function DropLine({ group, index, last = false }: Props) {
  const { t } = useWords();
  const drag = useDrag();
  const slot = { group, index };
  const { setNodeRef, isOver } = useDroppable({
    id: slotId(slot),
    data: { kind: 'slot', slot } satisfies Target,
    resizeObserverConfig: { disabled: true },
  });
  const shown = isOver && drag !== null && !drag.stays(slot);
  return (
    <div
      ref={setNodeRef}
      className={styles[last ? 'box' : 'line']}
      data-shown={shown || undefined}
      data-slot={slotId(slot)}
      aria-hidden
    >
      {shown && last && t('segments.drag.here', { name: drag.name })}
    </div>
  );
}
