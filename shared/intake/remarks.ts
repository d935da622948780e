import { z } from 'zod';

/** What an analyst should know of a file beside its rows and types. */
export const remarkKinds = [
  'hiddenRows',
  'hiddenColumns',
  'hiddenSheet',
  'passedSheets',
  'errorCells',
  'uncalculated',
  'joinedHeader',
  'totals',
  'nulBytes',
  'preamble',
  'comments',
  'fixedWidth',
  'numberForms',
  'nullWords',
  'mixedDates',
  'offsets',
  'joinedFiles',
  'leftOut',
  'missingColumns',
  'extraColumns',
  'mixedTypes',
] as const;

/** `count` says of how many it is true, `names` of which, where they have names. */
export const remarkSchema = z.strictObject({
  kind: z.enum(remarkKinds),
  count: z.number().int().nonnegative(),
  /** Only the beginning was looked at: there may be more. */
  atLeast: z.boolean(),
  names: z.array(z.string()),
});
export type Remark = z.infer<typeof remarkSchema>;
