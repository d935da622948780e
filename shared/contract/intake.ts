import { z } from 'zod';
import { datasetSchema, previewSchema, readOptionsSchema } from '../intake/index.ts';
import { progressSchema } from './common.ts';
import type { Contract } from './method.ts';

/** Files are named by tokens: the window never holds a path it was not given, the engine reads none it was not granted. */
export const fileTokenSchema = z.string().min(1);

/** Further files that become one table with the first. */
export const moreFilesSchema = z.array(fileTokenSchema).max(999).optional();

/** What files were when they were looked at. */
export const stampSchema = z.string().min(1);

/** Where it is given, files that are no longer what was looked at are not read: the choices were made for others. */
export const seenSchema = stampSchema.optional();

export const intakeContract = {
  /** Looks at the beginning of a file and says how it would be read. Changes nothing. */
  'intake.inspect': {
    params: z.strictObject({ file: fileTokenSchema, more: moreFilesSchema, options: readOptionsSchema }),
    result: previewSchema.extend({ stamp: stampSchema }),
    progress: progressSchema,
  },
  /** Loads a file as a new dataset: all of it or, on any failure and on cancel, nothing. */
  'intake.load': {
    params: z.strictObject({
      file: fileTokenSchema,
      more: moreFilesSchema,
      name: z.string().min(1).max(200),
      options: readOptionsSchema,
      seen: seenSchema,
    }),
    result: datasetSchema,
    progress: progressSchema,
  },
} satisfies Contract;
