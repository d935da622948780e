import { type RecipeStep, recipeStepSchema } from '#shared/recipes/index.ts';

/** A step while it is edited: of the shape that is saved, with what is still to be filled in left empty. */
export type EditStep = RecipeStep & { readonly id: string };

export const freshId = (): string => crypto.randomUUID().slice(0, 8);

/** Saved steps, ready to be edited. Those that came without an id get one by their place. */
export function toEdit(steps: readonly RecipeStep[]): EditStep[] {
  const taken = new Set<string>();
  return steps.map((step, i) => {
    const id = step.id === undefined || taken.has(step.id) ? `n${i}` : step.id;
    taken.add(id);
    return { ...step, id };
  });
}

/** The step as it is saved; null while something is missing. */
export function toStep(step: EditStep): RecipeStep | null {
  if (step.kind === 'fill' && step.with.kind === 'constant' && step.with.value === '') return null;
  if (step.kind === 'map' && step.values.some(({ from }) => from.length === 0)) return null;
  return recipeStepSchema.safeParse(step).data ?? null;
}

/** Moves the step with an id to the place of another. */
export function moved(steps: readonly EditStep[], id: string, to: string): EditStep[] {
  const from = steps.findIndex((step) => step.id === id);
  const place = steps.findIndex((step) => step.id === to);
  const step = steps[from];
  return step && place >= 0 ? steps.toSpliced(from, 1).toSpliced(place, 0, step) : [...steps];
}
