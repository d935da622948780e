import type { TFunction } from 'i18next';
import type { Locale } from '#shared/errors/index.ts';
import type { RecipeField, RecipeStep } from '#shared/recipes/index.ts';
import { predicateSentence } from '#shared/segments/index.ts';

interface Words {
  readonly t: TFunction;
  readonly locale: Locale;
}

/** What a step is about, in a line: its fields, and what becomes of them. Empty while nothing is filled in. */
export function summaryOf(step: RecipeStep, fields: readonly RecipeField[], { t, locale }: Words): string {
  const list = (names: readonly string[]) => names.filter(Boolean).join(locale === 'zh' ? '、' : ', ');
  const both = (...parts: readonly string[]) => parts.filter(Boolean).join(' · ');
  const turns = (from: string, to: string) => (from || to ? `${from} → ${to}` : '');
  const quoted = (text: string) => `“${text}”`;
  switch (step.kind) {
    case 'trim':
    case 'halfWidth':
    case 'drop':
    case 'reorder':
    case 'dates':
    case 'amounts':
      return list(step.fields);
    case 'case':
      return both(list(step.fields), t(`recipes.form.cases.${step.to}`));
    case 'replace':
      return both(step.find && turns(quoted(step.find), quoted(step.with)), list(step.fields));
    case 'map':
      return both(step.field, list(step.values.map(({ to }) => to ?? t('recipes.form.toEmpty'))));
    case 'type':
      return both(list(step.fields), t(`common.fieldType.${step.type}`));
    case 'split':
      return turns(step.field, list(step.into));
    case 'merge':
      return turns(list(step.fields), step.into);
    case 'compute':
      return step.into && step.expression ? `${step.into} = ${step.expression}` : step.into;
    case 'rename':
      return list(step.names.map(({ field, name }) => turns(field, name)));
    case 'fill':
      return both(
        list(step.fields),
        step.with.kind === 'constant' ? String(step.with.value) : t(`recipes.form.fillWiths.${step.with.kind}`),
      );
    case 'outliers':
      return both(list(step.fields), t(`recipes.form.outlierActions.${step.action.kind}`));
    case 'dedupe':
      return both(
        list(step.keys),
        'field' in step.keep && step.keep.field
          ? t(`recipes.form.keepBy.${step.keep.kind}`, { field: step.keep.field })
          : t(`recipes.form.keepWhiches.${step.keep.kind}`),
      );
    case 'filter': {
      const isDate = (name: string) => {
        const type = fields.find((field) => field.name === name)?.type;
        return type === 'date' || type === 'timestamp';
      };
      const tests = step.conditions.map(({ field, test }) => predicateSentence(field, test, locale, isDate(field)));
      return both(t(`recipes.form.filterActions.${step.action}`), list(tests));
    }
    case 'unpivot':
      return turns(list(step.fields), list([step.nameInto, step.valueInto]));
    case 'pivot':
      return both(list(step.rows), turns(step.names, step.values));
  }
}
