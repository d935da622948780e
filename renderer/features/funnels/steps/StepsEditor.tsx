import {
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Button } from 'antd';
import { ListPlus, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import { type FunnelResult, mostSteps } from '#shared/funnels/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { Card } from '../../../components/Card.tsx';
import { useListAnnouncements } from '../../../components/sortable/useListAnnouncements.ts';
import { guessEvent } from '../guess.ts';
import { type EditStep, moved, nameOf, newStep, stepOfValue, toStep } from './draft.ts';
import { type DraggedValue, draggedIn } from './dragged.ts';
import { EventValues } from './EventValues.tsx';
import { StepRow } from './StepRow.tsx';
import styles from './StepsEditor.module.css';
import { changeSteps } from './store.ts';

interface Props {
  funnel: DefinitionOf<'funnel'>;
  steps: readonly EditStep[];
  dataset: Dataset | undefined;
  result: FunnelResult | undefined;
}

const wholeList = 'steps';

/** A value comes in where the pointer is, before the step there or behind all; a step that is moved goes to the nearest place. */
const underPointer: CollisionDetection = (args) => {
  if (draggedIn(args.active.data.current)) {
    const under = pointerWithin(args);
    const step = under.filter(({ id }) => id !== wholeList);
    return step.length > 0 ? step : under;
  }
  return closestCenter({
    ...args,
    droppableContainers: args.droppableContainers.filter(({ id }) => id !== wholeList),
  });
};

/** The steps in their order. They are moved by their handles; values of the event field come in by a click or dragged. */
export function StepsEditor({ funnel, steps, dataset, result }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const [offering, setOffering] = useState(steps.length < 2);
  // Steps that are done need no room: what comes of them does.
  const [folded, setFolded] = useState(steps.length > 1 && steps.every((step, i) => toStep(step, i + 1) !== null));
  const [dragged, setDragged] = useState<DraggedValue | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const announcements = useListAnnouncements(steps.map((step, i) => ({ id: step.id, name: nameOf(step, i + 1) })));
  const full = steps.length >= mostSteps;
  const change = (next: (steps: readonly EditStep[]) => readonly EditStep[]) => changeSteps(funnel, next);
  const add = (step: EditStep, at?: number) => {
    if (!full) change((all) => all.toSpliced(at ?? all.length, 0, step));
  };
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    if (!over) return;
    const value = draggedIn(active.data.current);
    const to = String(over.id);
    if (!value) {
      change((all) => moved(all, String(active.id), to));
      return;
    }
    const at = steps.findIndex((step) => step.id === to);
    add(stepOfValue(value.field, value.value), at < 0 ? undefined : at);
  };
  // Steps that are not complete are not computed: figures go by the complete ones.
  const places = new Map(
    steps.filter((step, i) => toStep(step, i + 1) !== null).map((step, place) => [step.id, place]),
  );
  if (folded) {
    return (
      <Card>
        <div className={styles['folded']}>
          <h3>{t('funnels.steps.title')}</h3>
          <p className={styles['names']} title={steps.map((step, i) => nameOf(step, i + 1)).join(' → ')}>
            {steps.map((step, i) => nameOf(step, i + 1)).join(' → ')}
          </p>
          <Button size="small" icon={<Pencil size={13} aria-hidden />} onClick={() => setFolded(false)}>
            {t('funnels.steps.edit')}
          </Button>
        </div>
      </Card>
    );
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={underPointer}
      accessibility={announcements}
      onDragStart={({ active }) => setDragged(draggedIn(active.data.current))}
      onDragCancel={() => setDragged(null)}
      onDragEnd={drop}
    >
      <Card
        title={t('funnels.steps.title')}
        note={
          <span className={styles['head']}>
            <span className={styles['hint']}>{t('funnels.steps.hint')}</span>
            <Button
              type="text"
              size="small"
              aria-pressed={offering}
              icon={<ListPlus size={14} aria-hidden />}
              onClick={() => setOffering(!offering)}
            >
              {t('funnels.values.show')}
            </Button>
            {steps.length > 1 && places.size === steps.length && (
              <Button type="text" size="small" onClick={() => setFolded(true)}>
                {t('funnels.steps.fold')}
              </Button>
            )}
          </span>
        }
      >
        <div className={styles['columns']}>
          <StepList empty={steps.length === 0} hint={t('funnels.steps.empty')}>
            <SortableContext items={steps.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
              {steps.map((step, i) => (
                <StepRow
                  key={step.id}
                  step={step}
                  place={i + 1}
                  dataset={dataset}
                  entries={result?.steps[places.get(step.id) ?? -1]?.entries}
                  complete={places.has(step.id)}
                  receiving={dragged !== null}
                  open={open === step.id}
                  onOpen={() => setOpen(open === step.id ? null : step.id)}
                  onChange={(next) => change((all) => all.map((each) => (each.id === step.id ? next : each)))}
                  onRemove={() => change((all) => all.filter(({ id }) => id !== step.id))}
                />
              ))}
            </SortableContext>
            <li className={styles['foot']}>
              <Button
                type="text"
                size="small"
                disabled={full || !dataset}
                icon={<Plus size={14} aria-hidden />}
                onClick={() => {
                  const step = newStep(dataset ? guessEvent(dataset) : null);
                  add(step);
                  setOpen(step.id);
                }}
              >
                {t('funnels.steps.add')}
              </Button>
              {full && <span className={styles['hint']}>{t('funnels.steps.full', { n: mostSteps })}</span>}
            </li>
          </StepList>
          {offering && dataset && (
            <EventValues dataset={dataset} onPick={({ field, value }) => add(stepOfValue(field, value))} />
          )}
        </div>
      </Card>
      <DragOverlay dropAnimation={null}>
        {dragged && <span className={styles['dragged']}>{nameOf(stepOfValue(dragged.field, dragged.value), 0)}</span>}
      </DragOverlay>
    </DndContext>
  );
}

function StepList({ empty, hint, children }: { empty: boolean; hint: string; children: React.ReactNode }) {
  const { setNodeRef, isOver } = useDroppable({ id: wholeList });
  const { t } = useWords();
  return (
    <div ref={setNodeRef} className={`${styles['list']} ${isOver ? styles['over'] : ''}`}>
      {empty && <p className={styles['empty']}>{hint}</p>}
      <ol aria-label={t('funnels.steps.title')}>{children}</ol>
    </div>
  );
}
