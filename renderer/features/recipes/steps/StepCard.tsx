import { useDndContext } from '@dnd-kit/core';
import { useSortable } from '@dnd-kit/sortable';
import { Button, Switch } from 'antd';
import { ChevronDown, ChevronRight, GripVertical, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { RecipeField, RecipeStepResult } from '#shared/recipes/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { StepForm } from '../forms/StepForm.tsx';
import type { EditStep } from './draft.ts';
import { iconOf } from './kinds.ts';
import styles from './StepCard.module.css';
import { StepEffect } from './StepEffect.tsx';
import { summaryOf } from './summary.ts';

interface Props {
  step: EditStep;
  /** Counted from 1. */
  place: number;
  /** The columns before it. */
  fields: readonly RecipeField[];
  result: RecipeStepResult | undefined;
  complete: boolean;
  open: boolean;
  /** It was just added: what is to be filled in first has the focus. */
  isNew: boolean;
  onOpen(): void;
  onChange(step: EditStep): void;
  onRemove(): void;
  onFindAlike(): void;
}

/** One step in a line: handle, number, kind, what it is about, what it does, its switch. Opened, it can be changed. */
export function StepCard({
  step,
  place,
  fields,
  result,
  complete,
  open,
  isNew,
  onOpen,
  onChange,
  onRemove,
  onFindAlike,
}: Props) {
  const words = useWords();
  const { t } = words;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging, isOver } =
    useSortable({ id: step.id });
  // Lines of one height are moved past each other; a form among them would be a wall.
  const { active } = useDndContext();
  const shown = open && active === null;
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!open) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    if (isNew) card.current?.querySelector<HTMLElement>('[data-form] input, [data-form] textarea')?.focus();
  }, [open, isNew]);
  const name = t(`recipes.kinds.${step.kind}`);
  const named = { place: String(place), name };
  const summary = summaryOf(step, fields, words);
  const Icon = iconOf(step.kind);
  return (
    <li
      ref={(item) => {
        card.current = item;
        setNodeRef(item);
      }}
      className={[
        styles['step'],
        isDragging && styles['dragging'],
        open && styles['open'],
        !step.enabled && styles['off'],
      ]
        .filter(Boolean)
        .join(' ')}
      data-over={isOver || undefined}
      data-step={step.kind}
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
          aria-label={t('recipes.steps.move', named)}
          icon={<GripVertical size={14} aria-hidden />}
        />
        <span className={styles['place']}>{place}</span>
        <button type="button" className={styles['toggle']} aria-expanded={open} onClick={onOpen}>
          {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
          <Icon size={14} strokeWidth={1.75} aria-hidden />
          <span className={styles['name']}>{name}</span>
          <span className={styles['summary']} title={summary}>
            {summary}
          </span>
        </button>
        <StepEffect kind={step.kind} complete={complete} enabled={step.enabled} result={result} before={fields} />
        <Switch
          size="small"
          aria-label={t('recipes.steps.switch', named)}
          checked={step.enabled}
          onChange={(enabled) => onChange({ ...step, enabled })}
        />
        <IconButton icon={X} label={t('recipes.steps.remove', named)} onClick={onRemove} />
      </div>
      {shown && <StepForm step={step} fields={fields} onChange={onChange} onFindAlike={onFindAlike} />}
    </li>
  );
}
