import { z } from 'zod';
import { fieldTypeSchema } from '../intake/index.ts';
import { differencesSchema } from './versions.ts';

const count = z.number().int().nonnegative();
const both = <T extends z.ZodType>(each: T) => z.strictObject({ reference: each, current: each });

export const fieldMoveSchema = z.strictObject({
  field: z.string(),
  type: fieldTypeSchema,
  /** Share of values that are neither empty nor only spaces; null of a table without rows. */
  filled: both(z.number().nullable()),
  /** Of numbers. */
  mean: both(z.number().nullable()).nullable(),
  /** About how many different values. */
  distinct: both(count),
  /** Over bins of the reference, empty values a bin of their own; null of fields that identify people, and without rows. */
  psi: z.strictObject({ value: z.number(), bins: count, empty: count, critical: z.number() }).nullable(),
});
export type FieldMove = z.infer<typeof fieldMoveSchema>;

/** What moved between two versions of a dataset. */
export const comparisonSchema = z.strictObject({
  rows: both(count),
  added: z.array(z.string()),
  gone: z.array(z.string()),
  /** Rows by a key: keys that came, went, stayed with other values, and stayed the same; rows without a key on either side. */
  keys: z
    .strictObject({
      field: z.string(),
      added: count,
      removed: count,
      changed: count,
      same: count,
      without: both(count),
    })
    .nullable(),
  fields: z.array(fieldMoveSchema),
});
export type VersionComparison = z.infer<typeof comparisonSchema>;

const comparedFile = z.strictObject({ file: z.string(), sha256: z.string(), rows: count, quarantined: count });

/** What `clientscope compare` says of two files. It holds names of columns and no value. */
export const fileComparisonSchema = z.strictObject({
  reference: comparedFile,
  current: comparedFile,
  differences: differencesSchema,
  keys: comparisonSchema.shape.keys,
  fields: comparisonSchema.shape.fields,
});
export type FileComparison = z.infer<typeof fileComparisonSchema>;

/** The usual bands of the PSI. They ignore how many rows there are: beside them stands the critical value. */
export const psiBands = { check: 0.1, shifted: 0.25 } as const;
