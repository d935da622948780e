import { useSortable } from '@dnd-kit/sortable';
import { Button } from 'antd';
import { GripVertical, X } from 'lucide-react';
import type { ReportDefinition, ReportPage } from '#shared/reports/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { AmberBadge } from '../../../components/AmberBadge.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { keyOf } from '../useResults.ts';
import { FindingLine } from './FindingLine.tsx';
import styles from './PageList.module.css';

interface Props {
  page: ReportPage;
  /** Counted from 1. */
  place: number;
  language: ReportDefinition['language'];
  gone: boolean;
  onChange(page: ReportPage): void;
  onRemove(): void;
}

/** One page: its handle, what it shows, and the sentence at its head. */
export function PageRow({ page, place, language, gone, onChange, onRemove }: Props) {
  const { t } = useWords();
  const { name, kind } = page;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: keyOf(page),
  });
  return (
    <li
      ref={setNodeRef}
      className={`${styles['page']} ${isDragging ? styles['dragging'] : ''}`}
      style={{ transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined, transition }}
    >
      <div className={styles['line']}>
        <Button
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          className={styles['handle'] ?? ''}
          type="text"
          size="small"
          aria-label={t('reports.move', { name })}
          icon={<GripVertical size={14} aria-hidden />}
        />
        <span className={styles['place']}>{place}</span>
        <span className={styles['kind']}>{t(`reports.kinds.${kind}`)}</span>
        <span className={styles['name']} title={name}>
          {name}
        </span>
        {gone && <AmberBadge>{t('reports.gone')}</AmberBadge>}
        <IconButton icon={X} label={t('reports.removePage', { name })} onClick={onRemove} />
      </div>
      {!gone && <FindingLine page={page} language={language} onChange={onChange} />}
    </li>
  );
}
