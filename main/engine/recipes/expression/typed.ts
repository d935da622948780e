import { AppError } from '#shared/errors/index.ts';
import type { FieldType } from '#shared/intake/index.ts';
import type { Expression } from '#shared/recipes/index.ts';
import type { Sql } from '../../warehouse/index.ts';

/** What a part of an expression comes to; `empty` fits anywhere. */
export type Kind = FieldType | 'empty';

export interface Typed {
  readonly kind: Kind;
  readonly value: Sql;
  readonly node?: Expression;
}

export const isNumber = (kind: Kind): boolean =>
  kind === 'integer' || kind === 'number' || kind === 'decimal' || kind === 'empty';

export const isDay = (kind: Kind): boolean => kind === 'date' || kind === 'timestamp' || kind === 'empty';

/** `found` cannot be used on a value of this kind. */
export function refuse(at: number, found: string, kind: Kind): AppError {
  return new AppError('validation', 'expressionTypes', { at, found, type: kind });
}
