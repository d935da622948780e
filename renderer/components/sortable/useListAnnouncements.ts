import type { Announcements, ScreenReaderInstructions } from '@dnd-kit/core';
import { useWords } from '../../app/i18n/useWords.ts';

interface Accessibility {
  announcements: Announcements;
  screenReaderInstructions: ScreenReaderInstructions;
}

/** What a screen reader says while an item of a list is moved. `items` are in the order of the list. */
export function useListAnnouncements(items: readonly { readonly id: string; readonly name: string }[]): Accessibility {
  const { t } = useWords();
  const place = (id: string | number | undefined) => items.findIndex((item) => item.id === id) + 1;
  const name = (id: string | number) => items[place(id) - 1]?.name ?? '';
  return {
    announcements: {
      onDragStart: ({ active }) => t('common.dragging.start', { name: name(active.id) }),
      onDragOver: ({ active, over }) =>
        over ? t('common.dragging.over', { name: name(active.id), place: String(place(over.id)) }) : undefined,
      onDragEnd: ({ active, over }) =>
        t('common.dragging.end', { name: name(active.id), place: String(place(over?.id)) }),
      onDragCancel: ({ active }) => t('common.dragging.cancel', { name: name(active.id) }),
    },
    screenReaderInstructions: { draggable: t('common.dragging.instructions') },
  };
}
