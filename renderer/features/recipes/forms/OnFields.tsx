import type { ReactNode } from 'react';
import type { RecipeField, RecipeStep } from '#shared/recipes/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { typesFor } from '../steps/kinds.ts';
import { ManyFields } from './parts.tsx';

interface Props<S> {
  step: S;
  fields: readonly RecipeField[];
  onChange(step: S): void;
  children?: ReactNode;
}

/** The form of a step that works on several fields alike: first which, then how. */
export function OnFields<S extends RecipeStep & { fields: string[] }>({ step, fields, onChange, children }: Props<S>) {
  const { t } = useWords();
  return (
    <>
      <ManyFields
        label={t('recipes.form.fields')}
        fields={fields}
        types={typesFor(step)}
        value={step.fields}
        onChange={(chosen) => onChange({ ...step, fields: chosen })}
      />
      {children}
    </>
  );
}
