import { z } from 'zod';
import { reasonSchema } from '../privacy/reason.ts';
import { encodingSchema, fileFormatSchema, readableTypeSchema } from './types.ts';

const oneCharacter = z.string().min(1).max(2);

/** How one column is to be read where the detected way is not wanted. `column` is its name in the file. */
export const columnOptionSchema = z
  .strictObject({
    column: z.string(),
    /** Another name in the dataset. */
    name: z.string().min(1).optional(),
    type: readableTypeSchema.optional(),
    /** Whether it is left out. Columns that look like secrets (C3) are, unless this says false and `reason` why. */
    skip: z.boolean().optional(),
    /** Why a column that looks like a secret is loaded; it goes into the audit log. */
    reason: reasonSchema.optional(),
  })
  .meta({ id: 'ColumnOption' });
export type ColumnOption = z.infer<typeof columnOptionSchema>;

/** What the user (or a playbook) fixes of how a file is read; everything left out is detected. */
export const readOptionsSchema = z
  .strictObject({
    format: fileFormatSchema.optional(),
    encoding: encodingSchema.optional(),
    delimiter: oneCharacter.optional(),
    /** The quoting character; '' for none. */
    quote: z.string().max(1).optional(),
    header: z.boolean().optional(),
    /** Lines before the header; as many as a sheet has rows. */
    skip: z.number().int().min(0).max(1_048_576).optional(),
    /** The sheet of a workbook or the table of a database; the first one with rows where left out. */
    sheet: z.string().optional(),
    /** The part of a sheet that is read, as B3:H200, B:H or 3:200; all of it where left out. */
    range: z.string().min(2).max(30).optional(),
    columns: z.array(columnOptionSchema).optional(),
  })
  .meta({ id: 'ReadOptions' });
export type ReadOptions = z.infer<typeof readOptionsSchema>;
