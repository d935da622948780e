import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import type { ReportDefinition } from '#shared/reports/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { useListAnnouncements } from '../../../components/sortable/useListAnnouncements.ts';
import { keyOf, type ResultRef } from '../useResults.ts';
import styles from './PageList.module.css';
import { PageRow } from './PageRow.tsx';

interface Props {
  pages: ReportDefinition['pages'];
  language: ReportDefinition['language'];
  results: readonly ResultRef[];
  onChange(pages: ReportDefinition['pages']): void;
}

/** The pages of a report, in order. They are moved by their handles. */
export function PageList({ pages, language, results, onChange }: Props) {
  const { t } = useWords();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = pages.map(keyOf);
  const announcements = useListAnnouncements(pages.map((page) => ({ id: keyOf(page), name: page.name })));
  const known = new Set(results.map(keyOf));
  const drop = ({ active, over }: DragEndEvent) => {
    const [from, to] = [ids.indexOf(String(active.id)), ids.indexOf(String(over?.id))];
    if (from >= 0 && to >= 0 && from !== to) onChange(arrayMove([...pages], from, to));
  };
  return (
    <>
      <p className={styles['intro']}>{t(pages.length === 0 ? 'reports.noPages' : 'reports.pagesIntro')}</p>
      <DndContext sensors={sensors} collisionDetection={closestCenter} accessibility={announcements} onDragEnd={drop}>
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <ol aria-label={t('reports.pages')}>
            {pages.map((page, at) => (
              <PageRow
                key={keyOf(page)}
                page={page}
                place={at + 1}
                language={language}
                gone={!known.has(keyOf(page))}
                onChange={(next) => onChange(pages.with(at, next))}
                onRemove={() => onChange(pages.toSpliced(at, 1))}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
    </>
  );
}
