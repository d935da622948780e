import type { Active, Announcements, Over } from '@dnd-kit/core';
import { type RefObject, useMemo } from 'react';
import { useWords } from '../../../app/i18n/useWords.ts';
import { pathOf } from '../rule/path.ts';
import { dropAt, type Slot, stays } from '../rule/slots.ts';
import { type EditGroup, parentOf, placeOf } from '../rule/tree.ts';
import { draggedOf, slotOf } from './dragged.ts';

/**
 * What is read out while something is dragged: what, and where it would land. `keyed` is the place that the keyboard has
 * gone to, null for the mouse.
 */
export function useAnnouncements(root: EditGroup, keyed: RefObject<Slot | null>): Announcements {
  const { t } = useWords();
  return useMemo(() => {
    const nameOf = (active: Active) => draggedOf(active)?.name ?? '';
    const placed = (active: Active, over: Over | null): string | null => {
      const slot = keyed.current ?? slotOf(over);
      const node = draggedOf(active)?.node();
      if (!slot || !node) return null;
      if (stays(root, node.id, slot)) return t('segments.drag.stays');
      const after = dropAt(root, node, slot);
      const group = parentOf(after, node.id);
      return t('segments.drag.place', {
        path: pathOf(root, slot.group),
        index: String((placeOf(after, node.id)?.index ?? 0) + 1),
        count: group?.items.length ?? 0,
      });
    };
    return {
      onDragStart: ({ active }) => t('segments.drag.picked', { name: nameOf(active) }),
      onDragOver: ({ active, over }) => placed(active, over) ?? t('segments.drag.nowhere'),
      onDragEnd: ({ active, over }) => {
        const place = placed(active, over);
        return place === null
          ? t('segments.drag.cancelled', { name: nameOf(active) })
          : t('segments.drag.dropped', { name: nameOf(active), place });
      },
      onDragCancel: ({ active }) => t('segments.drag.cancelled', { name: nameOf(active) }),
    };
  }, [root, keyed, t]);
}
