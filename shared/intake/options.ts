import { z } from 'zod';
import { reasonSchema } from '../privacy/reason.ts';
import { encodingSchema, fileFormatSchema, readableTypeSchema } from './types.ts';

/** Most are of one character; some banks write |@| or ||. */
const delimiterSchema = z.string().min(1).max(4);

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
    delimiter: delimiterSchema.optional(),
    /** The quoting character; '' for none. */
    quote: z.string().max(1).optional(),
    /** What stands before a quote inside quotes: '' for a second quote, or a backslash. */
    escape: z.enum(['', '\\']).optional(),
    /** What lines that are comments begin with; '' for none. */
    comment: z.string().max(3).optional(),
    header: z.boolean().optional(),
    /** Rows that name the columns, together; 0 for none. */
    headerRows: z.number().int().min(0).max(10).optional(),
    /** Whether total rows and what stands below the table are set apart. */
    totals: z.boolean().optional(),
    /** Where the columns of a fixed-width text begin, from 0; a Chinese character takes two places. */
    columnStarts: z.array(z.number().int().nonnegative()).min(1).max(1000).optional(),
    /** Lines before the header; as many as a sheet has rows. */
    skip: z.number().int().min(0).max(1_048_576).optional(),
    /** The sheet of a workbook or the table of a database; the first one with rows where left out. */
    sheet: z.string().optional(),
    /** The file inside a zip; the first one where left out. */
    entry: z.string().optional(),
    /** All files of a zip as one table. A folder, and several files, always are. */
    together: z.boolean().optional(),
    /** The part of a sheet that is read, as B3:H200, B:H or 3:200; all of it where left out. */
    range: z.string().min(2).max(30).optional(),
    columns: z.array(columnOptionSchema).optional(),
  })
  .meta({ id: 'ReadOptions' });
export type ReadOptions = z.infer<typeof readOptionsSchema>;
