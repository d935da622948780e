import type { Announcements, ScreenReaderInstructions } from '@dnd-kit/core';
import { useWords } from '../../../app/i18n/useWords.ts';
import { type EditStep, nameOf } from './draft.ts';

interface Accessibility {
  announcements: Announcements;
  screenReaderInstructions: ScreenReaderInstructions;
}

/** What a screen reader says while a step is moved. */
export function useAnnouncements(steps: readonly EditStep[]): Accessibility {
  const { t } = useWords();
  const place = (id: string | number | undefined) => steps.findIndex((step) => step.id === id) + 1;
  const name = (id: string | number) => {
    const step = steps[place(id) - 1];
    return step ? nameOf(step, place(id)) : '';
  };
  return {
    announcements: {
      onDragStart: ({ active }) => t('funnels.dragging.start', { name: name(active.id) }),
      onDragOver: ({ active, over }) =>
        over ? t('funnels.dragging.over', { name: name(active.id), place: String(place(over.id)) }) : undefined,
      onDragEnd: ({ active, over }) =>
        t('funnels.dragging.end', { name: name(active.id), place: String(place(over?.id)) }),
      onDragCancel: ({ active }) => t('funnels.dragging.cancel', { name: name(active.id) }),
    },
    screenReaderInstructions: { draggable: t('funnels.dragging.instructions') },
  };
}
