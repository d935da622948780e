import type { RecipeField, RecipeStepKind, StepOf } from '#shared/recipes/index.ts';

/** What the form of a kind of step gets. */
export interface FormProps<K extends RecipeStepKind> {
  step: StepOf<K> & { readonly id: string };
  fields: readonly RecipeField[];
  onChange(step: StepOf<K> & { readonly id: string }): void;
}
