import { AppError } from '#shared/errors/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { isIdentity } from '#shared/privacy/sensitivity.ts';
import type { RoiDefinition } from '#shared/roi/index.ts';
import { fieldOf } from '../datasets/index.ts';

/** The fields of a study, looked up and fit for their part in it. */
export interface RoiColumns {
  readonly cost: Field;
  readonly return: Field;
  readonly period: Field;
  /** null: all rows are one campaign. */
  readonly campaign: Field | null;
}

const numeric: readonly Field['type'][] = ['integer', 'number', 'decimal'];
const dated: readonly Field['type'][] = ['date', 'timestamp'];

/** Fails with the field that has gone, has the wrong type, or holds identities, which are never shown as an axis or a label. */
export function columnsOf(dataset: Dataset, definition: RoiDefinition): RoiColumns {
  const byDate = definition.period.kind === 'date';
  const find = (name: string) => {
    const field = fieldOf(dataset, name);
    if (isIdentity(field.sensitivity)) throw new AppError('validation', 'roiIdentity', { field: name });
    return field;
  };
  const amount = (name: string) => {
    const field = find(name);
    if (!numeric.includes(field.type)) {
      throw new AppError('validation', 'roiNotNumeric', { field: name, type: field.type });
    }
    return field;
  };
  const period = find(definition.period.field);
  if (!(byDate ? dated : numeric).includes(period.type)) {
    const message = byDate ? 'roiPeriodNotDate' : 'roiPeriodNotNumber';
    throw new AppError('validation', message, { field: period.name, type: period.type });
  }
  return {
    cost: amount(definition.cost),
    return: amount(definition.return),
    period,
    campaign: definition.campaign === null ? null : find(definition.campaign),
  };
}
