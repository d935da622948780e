import { z } from 'zod';
import { decimalPattern } from './decimal.ts';

const decimal = z.string().regex(decimalPattern);

/** A figure that a dataset is held against: how many rows (`field` null), or the sum of a field. Numbers are text: exact. */
export const controlSchema = z
  .strictObject({
    field: z.string().min(1).nullable(),
    /** null: what the file says of it is not compared. */
    figure: decimal.nullable(),
    /** By how much the dataset may differ. */
    tolerance: decimal.refine((text) => !text.startsWith('-')).default('0'),
  })
  .meta({ id: 'Control' });
export type Control = z.infer<typeof controlSchema>;

/** A figure that a file has for itself, in a row that is no row of its table. */
export const ownFigureSchema = z.strictObject({
  field: z.string().nullable(),
  figure: decimal,
  line: z.number().int().nonnegative(),
});
export type OwnFigure = z.infer<typeof ownFigureSchema>;

/** Which counts make up a difference exactly; `doubled`: the figure is there twice, as where a total is among the rows. */
export const explanations = ['quarantined', 'totals', 'blank', 'comments', 'doubled'] as const;

export const controlCheckSchema = z.strictObject({
  field: z.string().nullable(),
  figure: decimal,
  tolerance: decimal,
  /** Who says the figure: the analyst (or a playbook), or a row of the file, then with its line. */
  by: z.enum(['analyst', 'file']),
  line: z.number().int().nonnegative().nullable(),
  /** null where the dataset has no such numeric field, or values too large to add up exactly. */
  actual: decimal.nullable(),
  /** actual - figure. */
  difference: decimal.nullable(),
  matched: z.boolean(),
  /** Rows without a value of the field. */
  empty: z.number().int().nonnegative(),
  explained: z.array(z.enum(explanations)),
});
export type ControlCheck = z.infer<typeof controlCheckSchema>;

const count = z.number().int().nonnegative();

/** A dataset held against its control figures. */
export const reconciliationSchema = z
  .strictObject({
    checks: z.array(controlCheckSchema),
    /** What of the file is no row of the dataset. */
    aside: z.strictObject({ quarantined: count, totals: count, blank: count, comments: count }),
  })
  .meta({ id: 'Reconciliation' });
export type Reconciliation = z.infer<typeof reconciliationSchema>;
