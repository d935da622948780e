import { z } from 'zod';
import { fieldTypeSchema } from '../intake/index.ts';
import { sensitivitySchema } from '../privacy/sensitivity.ts';
import { partsSchema } from './score.ts';
import { chosenTestSchema } from './tests.ts';

const rows = z.number().int().nonnegative();

/** Rows of a field that have something wrong with them. All but `duplicate` are told by the value alone. */
export const problems = ['empty', 'invalid', 'code', 'spaces', 'width', 'spelling', 'form', 'duplicate'] as const;
export const problemSchema = z.enum(problems);
export type Problem = z.infer<typeof problemSchema>;

/** A field of a dataset as it was assessed. Values of personal fields are never among it. */
export const fieldQualitySchema = z.strictObject({
  field: z.string(),
  type: fieldTypeSchema,
  sensitivity: sensitivitySchema,
  nulls: rows,
  /** Texts of nothing but spaces. */
  blank: rows,
  distinct: z.strictObject({ count: rows, exact: z.boolean() }),
  test: chosenTestSchema.nullable(),
  /** Filled values that fail the test; codes are not among them. */
  invalid: rows,
  codes: z.array(z.strictObject({ code: z.string(), rows })),
  spaces: rows,
  width: rows,
  /** Null where there are too many values to look at. The first groups; none of personal fields. */
  spelling: z.strictObject({ groups: rows, others: rows, first: z.array(z.array(z.string())) }).nullable(),
  /** Of a text that is mostly dates or numbers: rows in each form, and those that are neither. */
  forms: z
    .strictObject({
      kind: z.enum(['date', 'number']),
      counts: z.array(z.strictObject({ form: z.string(), rows })),
      neither: rows,
    })
    .nullable(),
  /** Rows beyond the first of their value; null: the field is not taken for a key. */
  duplicates: rows.nullable(),
  /** Share of the most frequent value among the filled ones. Exact, or from the sample. */
  top: z.strictObject({ share: z.number().min(0).max(1), exact: z.boolean() }).nullable(),
  /** The newest day up to the as-of date; null for other types and for birth dates. */
  newest: z.string().nullable(),
  /** (p95 + p5 - 2·p50) / (p95 - p5) of the sample. */
  skew: z.number().nullable(),
  parts: partsSchema,
  score: z.number().nullable(),
});
export type FieldQuality = z.infer<typeof fieldQualitySchema>;

/** Two numeric fields that say nearly the same: Spearman's rho over the sample. */
const correlatedSchema = z.strictObject({ fields: z.tuple([z.string(), z.string()]), rho: z.number() });
export type Correlated = z.infer<typeof correlatedSchema>;

export const assessmentSchema = z
  .strictObject({
    version: z.number().int(),
    rows,
    /** The day that dates are held against. */
    asOf: z.string(),
    /** Rows that quantiles, correlations and the choice of tests are from, in blocks spread evenly over the table. */
    sampled: rows,
    /** Rows that are the same in every field as one before; told by a hash of 64 bits. */
    duplicateRows: rows,
    timeliness: z.strictObject({ field: z.string(), newest: z.string(), days: rows }).nullable(),
    correlated: z.array(correlatedSchema),
    /** Numeric fields that were compared with each other; there is a limit. */
    compared: z.strictObject({ fields: rows, of: rows }),
    fields: z.array(fieldQualitySchema),
    parts: partsSchema,
    score: z.number().nullable(),
  })
  .meta({ id: 'QualityAssessment' });
export type Assessment = z.infer<typeof assessmentSchema>;
