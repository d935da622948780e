import type { Dataset, Field } from '#shared/intake/index.ts';
import { isStricter, type Sensitivity } from '#shared/privacy/sensitivity.ts';
import { columnNames, nativeTypes, sourceColumn, wider } from '../intake/index.ts';

/** A column of a table that is put together out of two. */
export interface Column {
  readonly name: string;
  readonly native: string;
  readonly before: Field | undefined;
  readonly added: Field | undefined;
}

const keyOf = ({ name }: Pick<Field, 'name'>) => name.toLowerCase();

/** The columns of both, those of the dataset first. Where types differ the wider one holds both. */
export function columnsOf(before: Dataset, added: Dataset): Column[] {
  const own = new Map(added.fields.map((field) => [keyOf(field), field]));
  const had = new Set(before.fields.map(keyOf));
  const kept = before.fields.map((field): Column => {
    const other = own.get(keyOf(field));
    const isAlike = other === undefined || other.nativeType === field.nativeType;
    return {
      name: field.name,
      native: isAlike ? field.nativeType : bothNative(field, other),
      before: field,
      added: other,
    };
  });
  const fresh = added.fields.filter((field) => !had.has(keyOf(field)));
  const names = columnNames([...kept.map(({ name }) => name), ...fresh.map(({ name }) => name)]);
  return [
    ...kept,
    ...fresh.map((field, i) => ({
      name: names[kept.length + i] ?? field.name,
      native: field.nativeType,
      before: undefined,
      added: field,
    })),
  ];
}

/** A column without a value says nothing of its type. */
function bothNative(before: Field, added: Field): string {
  if (added.minimum === null && added.maximum === null && added.approximateDistinct === 0) return before.nativeType;
  if (before.approximateDistinct === 0) return added.nativeType;
  const type = wider(before.type, added.type);
  return type === 'other' ? nativeTypes.text : nativeTypes[type];
}

/** The class of both: a field of a version before keeps its own where that is the stricter one. */
export function stricterOf({ before, added }: Column): Sensitivity {
  if (before && added && isStricter(added.sensitivity, before.sensitivity)) return added.sensitivity;
  return (before ?? added)?.sensitivity ?? 'internal';
}

/** The column of a dataset out of several files that says which file a row is from. */
export const isSource = ({ parts }: Dataset, { name }: Pick<Column, 'name'>) =>
  parts !== undefined && name.startsWith(sourceColumn);
