import { z } from 'zod';
import { sensitivitySchema } from '../privacy/sensitivity.ts';
import { accountingSchema, filePartSchema, quarantinedRowSchema } from './dataset.ts';
import { remarkSchema } from './remarks.ts';
import { encodingSchema, fieldTypeSchema, fileFormatSchema } from './types.ts';

const count = z.number().int().nonnegative();

/** What `clientscope inspect` says of a file. It holds names of columns and no value. */
export const fileInspectionSchema = z
  .strictObject({
    file: z.string(),
    bytes: count,
    sha256: z.string(),
    format: fileFormatSchema,
    /** Null for formats that have none of their own. */
    encoding: encodingSchema.nullable(),
    gzip: z.boolean(),
    bom: z.boolean(),
    /** Of the encoding, 0 to 1. */
    confidence: z.number().min(0).max(1),
    dialect: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('delimited'),
          delimiter: z.string(),
          quote: z.string(),
          /** What makes a quote inside quotes one of the value: a second quote, or a backslash. */
          escape: z.string(),
          comment: z.string(),
        }),
        z.strictObject({ kind: z.literal('fixedWidth'), columnStarts: z.array(count), comment: z.string() }),
      ])
      .nullable(),
    headerRows: count,
    /** Lines above the header. */
    skip: count,
    sheet: z.string().nullable(),
    columns: z.array(
      z.strictObject({
        name: z.string(),
        inFile: z.string(),
        type: fieldTypeSchema,
        nativeType: z.string(),
        class: sensitivitySchema,
        nulls: count,
      }),
    ),
    rowsLoaded: count,
    rowsQuarantined: count,
    /** The first 10,000 of them. */
    quarantined: z.array(quarantinedRowSchema.pick({ line: true, reason: true, column: true })),
    /** Null for formats without records. */
    accounting: accountingSchema.nullable(),
    /** What there is to know of the file beside: hidden rows, files that were left out. */
    remarks: z.array(remarkSchema),
    /** The files of a folder or an archive that became one table; null where it is one file. */
    parts: z.array(filePartSchema).nullable(),
  })
  .meta({ id: 'FileInspection' });
export type FileInspection = z.infer<typeof fileInspectionSchema>;
