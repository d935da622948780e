import { z } from 'zod';
import { type FieldType, fieldTypeSchema, followsSchema } from '../intake/index.ts';

/** Earlier versions that can be kept at most. */
export const mostKept = 50;

/** One version of a dataset, the current one or an earlier one. */
export const keptVersionSchema = z.strictObject({
  version: z.number().int().positive(),
  current: z.boolean(),
  file: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string(),
  rows: z.number().int().nonnegative(),
  fields: z.number().int().nonnegative(),
  loadedAt: z.string(),
  follows: followsSchema.nullable(),
});
export type KeptVersion = z.infer<typeof keptVersionSchema>;

const named = z.strictObject({ name: z.string(), type: fieldTypeSchema });

/** How the columns of a newer file differ from the fields of the dataset. Names are compared without regard to capitals. */
export const differencesSchema = z.strictObject({
  added: z.array(named),
  gone: z.array(named),
  retyped: z.array(z.strictObject({ name: z.string(), from: fieldTypeSchema, to: fieldTypeSchema })),
});
export type Differences = z.infer<typeof differencesSchema>;

interface Named {
  readonly name: string;
  readonly type: FieldType;
}

export function differencesBetween(before: readonly Named[], after: readonly Named[]): Differences {
  const keyed = (fields: readonly Named[]) => new Map(fields.map((field) => [field.name.toLowerCase(), field]));
  const [old, next] = [keyed(before), keyed(after)];
  const bare = ({ name, type }: Named) => ({ name, type });
  return {
    added: after.filter(({ name }) => !old.has(name.toLowerCase())).map(bare),
    gone: before.filter(({ name }) => !next.has(name.toLowerCase())).map(bare),
    retyped: before.flatMap(({ name, type }) => {
      const to = next.get(name.toLowerCase())?.type;
      return to === undefined || to === type ? [] : [{ name, from: type, to }];
    }),
  };
}

export const hasDifferences = ({ added, gone, retyped }: Differences): boolean =>
  added.length + gone.length + retyped.length > 0;

/** Why a file has to be chosen again before it is read again: nobody noted where it lay, it is no longer there, or it is another. */
export const askAgainSchema = z.enum(['unknown', 'gone', 'changed']);
export type AskAgain = z.infer<typeof askAgainSchema>;
