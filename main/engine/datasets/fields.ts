import { AppError } from '#shared/errors/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';

/** A field of a dataset by its exact name: the look-up that every identifier of a statement passes. */
export function fieldOf(dataset: Dataset, name: string): Field {
  const field = dataset.fields.find((candidate) => candidate.name === name);
  if (!field) throw new AppError('notFound', 'fieldMissing', { table: dataset.name, field: name });
  return field;
}
