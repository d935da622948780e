import type { Announcements } from '@dnd-kit/core';
import { useMemo } from 'react';
import { useWords } from '../../../app/i18n/useWords.ts';
import { pathOf } from '../rule/path.ts';
import { dropAt } from '../rule/slots.ts';
import { type EditGroup, parentOf, placeOf } from '../rule/tree.ts';
import type { Drag } from './drag.ts';
import { useRuleDrag } from './drag.ts';

/** What is read out while something is dragged: what, and where it would land. `dragged` answers what, while its end is told too. */
export function useAnnouncements(root: EditGroup, dragged: () => Drag | null): Announcements {
  const { t } = useWords();
  return useMemo(() => {
    const placed = (): string | null => {
      const drag = dragged();
      const { slot } = useRuleDrag.getState();
      if (!slot || !drag) return null;
      if (drag.stays(slot)) return t('segments.drag.stays');
      const after = dropAt(root, drag.node, slot);
      return t('segments.drag.place', {
        path: pathOf(root, slot.group),
        index: String((placeOf(after, drag.node.id)?.index ?? 0) + 1),
        count: parentOf(after, drag.node.id)?.items.length ?? 0,
      });
    };
    const name = () => dragged()?.name ?? '';
    const passed = () => placed() ?? t('segments.drag.nowhere');
    return {
      onDragStart: () => t('segments.drag.picked', { name: name() }),
      onDragOver: passed,
      onDragMove: passed,
      onDragEnd: () => {
        const place = placed();
        return place === null
          ? t('segments.drag.cancelled', { name: name() })
          : t('segments.drag.dropped', { name: name(), place });
      },
      onDragCancel: () => t('segments.drag.cancelled', { name: name() }),
    };
  }, [root, dragged, t]);
}
