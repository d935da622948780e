import { z } from 'zod';
import { datasetSchema, readOptionsSchema } from '../intake/index.ts';
import { askAgainSchema, comparisonSchema, differencesSchema, keptVersionSchema, mostKept } from '../versions/index.ts';
import { done, progressSchema, provenanceSchema } from './common.ts';
import { fileTokenSchema, moreFilesSchema, seenSchema, stampSchema } from './intake.ts';
import type { Contract } from './method.ts';
import { chosenFileSchema } from './shell.ts';

const which = { dataset: z.string(), version: z.number().int().positive() };

/** What a change of version comes to: the dataset, and what was computed anew from it or, in `notRefreshed`, was not. */
const changedSchema = z.strictObject({
  dataset: datasetSchema,
  refreshed: z.array(z.string()),
  notRefreshed: z.string().nullable(),
});

export const versionsContract = {
  /** Looks at a newer file of a dataset: how it would be read and how its columns differ. Changes nothing. */
  'versions.check': {
    params: z.strictObject({ dataset: z.string(), file: fileTokenSchema, more: moreFilesSchema }),
    result: z.strictObject({
      file: z.string(),
      bytes: z.number().int(),
      columns: z.number().int(),
      sameOptions: z.boolean(),
      differences: differencesSchema,
      /** Columns that look like text now and are read as before: rows that do not fit go into quarantine. */
      misfits: differencesSchema.shape.retyped,
      stamp: stampSchema,
    }),
    progress: progressSchema,
  },
  /**
   * Makes the next version of a dataset: the rows of a newer file instead of its own, or after them, columns matched by
   * name. Then what was computed from it is computed anew; a failure there is told and leaves that as it was.
   */
  'versions.add': {
    params: z.strictObject({
      dataset: z.string(),
      file: fileTokenSchema,
      more: moreFilesSchema,
      mode: z.enum(['replace', 'append']),
      seen: seenSchema,
    }),
    result: changedSchema,
    progress: progressSchema,
  },
  /**
   * Makes the next version of a dataset with the rows of another file in the place of those of one: of `parts` of that version,
   * the one at `at`. `partUnclear` where its rows cannot be told from those of the others.
   */
  'versions.replacePart': {
    params: z.strictObject({ ...which, at: z.number().int().nonnegative(), file: fileTokenSchema, seen: seenSchema }),
    result: changedSchema,
    progress: progressSchema,
  },
  /** The files that a dataset was read from, where they lie there unchanged; else why they are to be chosen again. */
  'versions.source': {
    params: z.strictObject({ dataset: z.string() }),
    result: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('here'), files: z.array(chosenFileSchema).min(1) }),
      z.strictObject({ kind: z.literal('ask'), why: askAgainSchema }),
    ]),
    progress: progressSchema,
  },
  /** Makes the next version of a dataset of what these files hold, read by these options and no others. */
  'versions.read': {
    params: z.strictObject({
      dataset: z.string(),
      file: fileTokenSchema,
      more: moreFilesSchema,
      options: readOptionsSchema,
      seen: seenSchema,
    }),
    result: changedSchema,
    progress: progressSchema,
  },
  /** The versions of a dataset, the current one first, and how many earlier ones are kept. */
  'versions.list': {
    params: z.strictObject({ dataset: z.string() }),
    result: z.strictObject({ versions: z.array(keptVersionSchema), keep: z.number().int() }),
  },
  /** Makes an earlier version the newest one again. `versionGone` where it was dropped. */
  'versions.restore': { params: z.strictObject(which), result: changedSchema, progress: progressSchema },
  /** What moved from one version (the reference) to another; rows are told apart by `key` where one is given. */
  'versions.compare': {
    params: z.strictObject({
      dataset: z.string(),
      reference: z.number().int().positive(),
      current: z.number().int().positive(),
      key: z.string().nullable(),
    }),
    result: z.strictObject({ result: comparisonSchema, provenance: provenanceSchema }),
    progress: progressSchema,
  },
  /** Sets how many earlier versions of each dataset are kept; older ones are dropped at once. */
  'versions.keep': { params: z.strictObject({ keep: z.number().int().min(0).max(mostKept) }), result: done },
} satisfies Contract;
