import { useSortable } from '@dnd-kit/sortable';
import { Button, Input } from 'antd';
import { ChevronDown, ChevronRight, GripVertical, X } from 'lucide-react';
import type { Dataset } from '#shared/intake/index.ts';
import { predicateSentence } from '#shared/segments/index.ts';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { AmberBadge } from '../../../components/AmberBadge.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { type EditStep, nameOf, toStep } from './draft.ts';
import styles from './StepRow.module.css';
import { StepTests } from './StepTests.tsx';

interface Props {
  step: EditStep;
  /** Counted from 1. */
  place: number;
  dataset: Dataset | undefined;
  /** How many reached it; undefined while that is worked out. */
  entries: number | undefined;
  complete: boolean;
  open: boolean;
  /** Whether a value is on its way that would come in before the step it is let go on. */
  receiving: boolean;
  onOpen(): void;
  onChange(step: EditStep): void;
  onRemove(): void;
}

/** One step in a line: handle, number, name, what it asks for, how many reached it. Opened, it can be changed. */
export function StepRow({
  step,
  place,
  dataset,
  entries,
  complete,
  open,
  receiving,
  onOpen,
  onChange,
  onRemove,
}: Props) {
  const { t, locale } = useWords();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging, isOver } =
    useSortable({
      id: step.id,
    });
  const name = nameOf(step, place);
  const asked = toStep(step, place)
    ?.all.map(({ field, test }) => {
      const type = dataset?.fields.find((each) => each.name === field)?.type;
      return predicateSentence(field, test, locale, type === 'date' || type === 'timestamp');
    })
    .join(t('funnels.steps.and'));
  return (
    <li
      ref={setNodeRef}
      className={`${styles['step']} ${isDragging ? styles['dragging'] : ''} ${receiving && isOver ? styles['before'] : ''}`}
      data-over={isOver || undefined}
      style={{
        transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined,
        transition,
      }}
    >
      <div className={styles['line']}>
        <Button
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          className={styles['handle'] ?? ''}
          type="text"
          size="small"
          aria-label={t('funnels.steps.move', { name })}
          icon={<GripVertical size={14} aria-hidden />}
        />
        <span className={styles['place']}>{place}</span>
        <button type="button" className={styles['toggle']} aria-expanded={open} onClick={onOpen}>
          <span className={styles['name']}>{name}</span>
          {asked !== undefined && (
            <span className={styles['asked']} title={asked}>
              {asked}
            </span>
          )}
          {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
        </button>
        {complete ? (
          <span className={styles['count']}>{entries === undefined ? '…' : formatCount(entries)}</span>
        ) : (
          <AmberBadge>{t('segments.condition.incomplete')}</AmberBadge>
        )}
        <IconButton icon={X} label={t('funnels.steps.remove', { name })} onClick={onRemove} />
      </div>
      {open && (
        <div className={styles['body']}>
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
          <label className={styles['rename']}>
            <span>{t('funnels.steps.name')}</span>
            <Input
              size="small"
              value={step.name ?? ''}
              placeholder={name}
              maxLength={200}
              onChange={(event) => onChange({ ...step, name: event.target.value === '' ? null : event.target.value })}
            />
          </label>
          {dataset && <StepTests step={step} dataset={dataset} onChange={onChange} />}
        </div>
      )}
    </li>
  );
}
