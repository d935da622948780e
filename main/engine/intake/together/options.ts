import { type FieldType, type Preview, type ReadOptions, readableTypes } from '#shared/intake/index.ts';
import { keyOf } from './plan.ts';

/** What was said of the table as it concerns one of its files: columns that it has, and types that all must share. */
export function optionsOfPart(
  options: ReadOptions,
  preview: Pick<Preview, 'columns' | 'typesFixed'>,
  typeOf: (column: string) => FieldType | undefined,
): ReadOptions {
  const { together: _, entry: __, columns = [], ...others } = options;
  const said = new Map(columns.map((option) => [keyOf(option.column), option]));
  const changed = preview.columns.flatMap(({ column, type }) => {
    const option = said.get(keyOf(column));
    const wanted = typeOf(column);
    const readable = readableTypes.find((each) => each === wanted);
    const converted = option?.type === undefined && readable !== undefined && wanted !== type && !preview.typesFixed;
    if (option) return [{ ...option, column, ...(converted ? { type: readable } : {}) }];
    return converted ? [{ column, type: readable }] : [];
  });
  return changed.length === 0 ? others : { ...others, columns: changed };
}
