import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  MeasuringStrategy,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useState } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import { mostRecipeSteps, type RecipeStepKind } from '#shared/recipes/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { Card } from '../../../components/Card.tsx';
import { useListAnnouncements } from '../../../components/sortable/useListAnnouncements.ts';
import type { Looked } from '../usePreview.ts';
import { AddStep } from './AddStep.tsx';
import { type EditStep, freshId, moved } from './draft.ts';
import { freshStep } from './kinds.ts';
import { StepCard } from './StepCard.tsx';
import styles from './StepsEditor.module.css';
import { changeSteps } from './store.ts';

interface Props {
  recipe: DefinitionOf<'recipe'>;
  steps: readonly EditStep[];
  looked: Looked;
  chosen: string | null;
  /** A step that was added from elsewhere. */
  arrived: string | null;
  onChoose(id: string | null): void;
  /** Opens the search for values that are alike, for this step. */
  onFindAlike(id: string): void;
}

/** The steps in their order, moved by their handles with mouse or keys. The chosen one is open, and looked at on the right. */
export function StepsEditor({ recipe, steps, looked, chosen, arrived, onChoose, onFindAlike }: Props) {
  const { t } = useWords();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const announcements = useListAnnouncements(steps.map(({ id, kind }) => ({ id, name: t(`recipes.kinds.${kind}`) })));
  const change = (next: (steps: readonly EditStep[]) => readonly EditStep[]) => changeSteps(recipe, next);
  const [added, setAdded] = useState<string | null>(null);
  const full = steps.length >= mostRecipeSteps;
  const add = (kind: RecipeStepKind) => {
    const step = { ...freshStep(kind), id: freshId() };
    change((all) => [...all, step]);
    setAdded(step.id);
    onChoose(step.id);
  };
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) change((all) => moved(all, String(active.id), String(over.id)));
  };
  return (
    <DndContext
      measuring={{ droppable: { strategy: MeasuringStrategy.Always } }}
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={announcements}
      onDragEnd={drop}
    >
      <Card
        title={t('recipes.steps.title')}
        note={
          <span className={styles['hint']}>
            {full
              ? t('recipes.steps.full', { n: String(mostRecipeSteps) })
              : steps.length > 1 && t('recipes.steps.hint')}
          </span>
        }
      >
        {steps.length === 0 && (
          <div className={styles['empty']}>
            <h4>{t('recipes.steps.emptyTitle')}</h4>
            <p>{t('recipes.steps.emptyBody')}</p>
          </div>
        )}
        <ol aria-label={t('recipes.steps.title')}>
          <SortableContext items={steps.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
            {steps.map((step, i) => (
              <StepCard
                key={step.id}
                step={step}
                place={i + 1}
                fields={looked.before(step.id)}
                result={looked.result(step.id)}
                complete={looked.isComplete(step.id)}
                open={chosen === step.id}
                isNew={added === step.id || arrived === step.id}
                onOpen={() => onChoose(chosen === step.id ? null : step.id)}
                onChange={(next) => change((all) => all.map((each) => (each.id === step.id ? next : each)))}
                onRemove={() => change((all) => all.filter(({ id }) => id !== step.id))}
                onFindAlike={() => onFindAlike(step.id)}
              />
            ))}
          </SortableContext>
        </ol>
        <div className={steps.length === 0 ? styles['firstFoot'] : styles['foot']}>
          <AddStep disabled={full} onAdd={add} />
        </div>
      </Card>
    </DndContext>
  );
}
