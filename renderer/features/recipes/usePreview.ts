import { useMemo, useRef } from 'react';
import type { CallProgress, DefinitionOf } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { RecipeField, RecipePreview, RecipeStepResult } from '#shared/recipes/index.ts';
import { useAnalysis } from '../../app/analysis/useAnalysis.ts';
import { useBasis } from '../../app/analysis/useBasis.ts';
import { type EditStep, toStep } from './steps/draft.ts';

/** What a recipe does, by the ids of its steps as they are edited. */
export interface Looked {
  readonly preview: RecipePreview | undefined;
  readonly error: unknown;
  readonly progress: CallProgress | null;
  readonly retry: () => void;
  isComplete(id: string): boolean;
  /** How many complete steps stand before it. */
  placeOf(id: string): number;
  /** What it does; undefined while that is worked out. */
  result(id: string): RecipeStepResult | undefined;
  /** The columns that there are before it, as far as is known. */
  before(id: string): readonly RecipeField[];
  readonly incomplete: number;
}

/** Looks at what the steps of a recipe do, each time one of them or the data changes. */
export function usePreview(
  recipe: DefinitionOf<'recipe'>,
  steps: readonly EditStep[],
  source: Dataset | undefined,
): Looked {
  const basis = useBasis(recipe.id);
  const { data, error, progress, retry } = useAnalysis(
    'recipes.preview',
    source ? { definition: recipe.body, upTo: null } : null,
    basis,
  );
  const known = useRef<RecipePreview | undefined>(undefined);
  if (data) known.current = data;
  // While a change is worked out, forms go by the columns that there were before it.
  const last = known.current;
  const places = useMemo(() => placesOf(steps), [steps]);
  const fieldsBefore = (place: number): readonly RecipeField[] => {
    const shown = data ?? last;
    if (!shown) return source?.fields ?? [];
    return shown.steps[Math.min(place, shown.steps.length) - 1]?.fields ?? shown.fields;
  };
  const placeOf = (id: string) => places.get(id)?.place ?? 0;
  const isComplete = (id: string) => places.get(id)?.complete ?? false;
  return {
    preview: data,
    error,
    progress,
    retry,
    isComplete,
    placeOf,
    result: (id) => (isComplete(id) ? data?.steps[placeOf(id)] : undefined),
    before: (id) => fieldsBefore(placeOf(id)),
    incomplete: steps.filter(({ id }) => !isComplete(id)).length,
  };
}

/** Where each step stands among those that are complete: only they are saved and looked at. */
function placesOf(steps: readonly EditStep[]) {
  let place = 0;
  return new Map(
    steps.map((step) => {
      const complete = toStep(step) !== null;
      const own = { place, complete };
      if (complete) place += 1;
      return [step.id, own];
    }),
  );
}
