import { Brush, CalendarDays, Columns3, type LucideIcon, Rows3, Table2, Type } from 'lucide-react';
import type { FieldType } from '#shared/intake/index.ts';
import type { RecipeStep, RecipeStepKind } from '#shared/recipes/index.ts';

/** The kinds of step as the menu groups them. */
export const kindGroups = {
  text: ['trim', 'halfWidth', 'case', 'replace', 'map'],
  parse: ['dates', 'amounts', 'type'],
  columns: ['split', 'merge', 'compute', 'rename', 'drop', 'reorder'],
  rows: ['filter', 'dedupe', 'fill', 'outliers'],
  table: ['unpivot', 'pivot'],
} as const satisfies Readonly<Record<string, readonly RecipeStepKind[]>>;

export type KindGroup = keyof typeof kindGroups;

const icons: Readonly<Record<KindGroup, LucideIcon>> = {
  text: Type,
  parse: CalendarDays,
  columns: Columns3,
  rows: Rows3,
  table: Table2,
};

/** The picture of the group that a kind belongs to. */
export function iconOf(kind: RecipeStepKind): LucideIcon {
  for (const group of Object.keys(icons) as KindGroup[]) {
    const kinds: readonly RecipeStepKind[] = kindGroups[group];
    if (kinds.includes(kind)) return icons[group];
  }
  return Brush;
}

const numbers: readonly FieldType[] = ['integer', 'number', 'decimal'];
const texts: readonly FieldType[] = ['text'];

/** The types of field that a step can work on; null: any. */
export function typesFor(step: RecipeStep): readonly FieldType[] | null {
  switch (step.kind) {
    case 'trim':
    case 'halfWidth':
    case 'case':
    case 'replace':
      return texts;
    case 'amounts':
      return [...texts, ...numbers];
    case 'outliers':
      return numbers;
    case 'fill':
      if (step.with.kind === 'median') return [...numbers, 'date', 'timestamp'];
      return step.with.kind === 'mean' ? numbers : null;
    default:
      return null;
  }
}

/** A step of a kind as it is when it was just added: what has a usual answer has it, the rest is to be filled in. */
export function freshStep(kind: RecipeStepKind): RecipeStep {
  const on = { enabled: true } as const;
  switch (kind) {
    case 'trim':
      return { kind, ...on, fields: [], collapse: true };
    case 'halfWidth':
    case 'drop':
    case 'reorder':
      return { kind, ...on, fields: [] };
    case 'case':
      return { kind, ...on, fields: [], to: 'upper' };
    case 'replace':
      return { kind, ...on, fields: [], find: '', with: '', match: 'part', ignoreCase: false };
    case 'map':
      return { kind, ...on, field: '', values: [], others: 'keep' };
    case 'dates':
      return { kind, ...on, fields: [], to: 'date', order: 'dmy', serials: '1900' };
    case 'amounts':
      return { kind, ...on, fields: [], to: 'number', percent: 'fraction', decimalMark: '.' };
    case 'type':
      return { kind, ...on, fields: [], type: 'number' };
    case 'split':
      return { kind, ...on, field: '', by: { kind: 'delimiter', delimiter: '', rest: 'last' }, into: [], keep: true };
    case 'merge':
      return { kind, ...on, fields: [], into: '', separator: ' ', keep: true };
    case 'compute':
      return { kind, ...on, into: '', expression: '' };
    case 'rename':
      return { kind, ...on, names: [{ field: '', name: '' }] };
    case 'fill':
      return { kind, ...on, fields: [], with: { kind: 'constant', value: '' }, group: [] };
    case 'outliers':
      return { kind, ...on, fields: [], by: { kind: 'iqr', factor: 1.5 }, action: { kind: 'drop' } };
    case 'dedupe':
      return { kind, ...on, keys: [], keep: { kind: 'first' } };
    case 'filter':
      return { kind, ...on, action: 'keep', combine: 'and', conditions: [] };
    case 'unpivot':
      return { kind, ...on, fields: [], nameInto: '', valueInto: '', dropEmpty: false };
    case 'pivot':
      return { kind, ...on, rows: [], names: '', values: '', aggregate: 'sum' };
  }
}
