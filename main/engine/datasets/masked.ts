import type { PageColumn } from '#shared/contract/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { mask } from '#shared/privacy/mask.ts';
import { isIdentity, isMasked } from '#shared/privacy/sensitivity.ts';

/** A column of a page as a window may have it. Masked values are texts, whatever their type was. */
export function maskedColumn(column: PageColumn, { sensitivity }: Pick<Field, 'sensitivity'>): PageColumn {
  if (!isMasked(sensitivity)) return column;
  const values: ArrayLike<string | number> = column.values;
  return {
    kind: 'text',
    values: Array.from(values, (value, i) => (column.nulls[i] === 1 ? '' : String(mask(value, sensitivity)))),
    nulls: column.nulls,
  };
}

/** A dataset as a window may have it: extremes of identities are withheld, those of birth dates are years; no paths. */
export function maskedDataset({ readFrom: _, ...dataset }: Dataset): Dataset {
  return { ...dataset, fields: dataset.fields.map(maskedField) };
}

function maskedField(field: Field): Field {
  if (!isMasked(field.sensitivity)) return field;
  if (isIdentity(field.sensitivity)) return { ...field, minimum: null, maximum: null };
  const extreme = (value: string | null) => (value === null ? null : String(mask(value, field.sensitivity)));
  return { ...field, minimum: extreme(field.minimum), maximum: extreme(field.maximum) };
}
