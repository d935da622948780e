import { z } from 'zod';
import { controlSchema, ownFigureSchema } from '../controls/index.ts';
import { sensitivitySchema } from '../privacy/sensitivity.ts';
import { derivedSchema } from './derived.ts';
import { readOptionsSchema } from './options.ts';
import { remarkSchema } from './remarks.ts';
import { repairSchema } from './repair.ts';
import { slowDiskSchema } from './slowDisk.ts';
import { encodingSchema, fieldTypeSchema, fileFormatSchema } from './types.ts';

/** A field of a loaded dataset with its light profile. Extremes are null for identity fields, which must not show them. */
export const fieldSchema = z.strictObject({
  name: z.string(),
  type: fieldTypeSchema,
  /** The column's type in DuckDB. */
  nativeType: z.string(),
  sensitivity: sensitivitySchema,
  nulls: z.number().int().nonnegative(),
  minimum: z.string().nullable(),
  maximum: z.string().nullable(),
  approximateDistinct: z.number().int().nonnegative(),
});
export type Field = z.infer<typeof fieldSchema>;

/** Where every record of a file went. The first number is the sum of the others. */
export const accountingSchema = z.strictObject({
  records: z.number().int().nonnegative(),
  header: z.number().int().nonnegative(),
  preamble: z.number().int().nonnegative(),
  comments: z.number().int().nonnegative(),
  blank: z.number().int().nonnegative(),
  /** Total rows, and what stands below the table. */
  totals: z.number().int().nonnegative(),
  loaded: z.number().int().nonnegative(),
  quarantined: z.number().int().nonnegative(),
});
export type Accounting = z.infer<typeof accountingSchema>;

/** One of several files that became one table. */
/** How the lines of a file are cut into cells, and the field that each cell is of; null for a column that was left out. */
export const lineFormSchema = z.strictObject({
  delimiter: z.string(),
  quote: z.string(),
  /** `="001"` is the text 001. */
  formulas: z.boolean(),
  columns: z.array(z.string().nullable()),
});
export type LineForm = z.infer<typeof lineFormSchema>;

export const filePartSchema = z.strictObject({
  file: z.string(),
  rows: z.number().int().nonnegative(),
  quarantined: z.number().int().nonnegative(),
  accounting: accountingSchema.optional(),
  /** Of the file itself, '' where it has no row; absent in datasets of earlier versions. */
  sha256: z.string().optional(),
  bytes: z.number().int().nonnegative().optional(),
  /** Absent where cells cannot be told apart, as in fixed width or JSON, and in datasets of earlier versions. */
  lines: lineFormSchema.optional(),
});
export type FilePart = z.infer<typeof filePartSchema>;

/** How a version followed the one before, and on which one it was built. */
export const followsSchema = z.strictObject({
  how: z.enum(['replaced', 'reread', 'appended', 'restored', 'partReplaced', 'repaired', 'putBack', 'computedAgain']),
  version: z.number().int().positive(),
});

/** A loaded table: one immutable version of a dataset. */
export const datasetSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  version: z.number().int().positive(),
  file: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string(),
  format: fileFormatSchema,
  /** The options that, given again, read the same file the same way. */
  options: readOptionsSchema,
  rows: z.number().int().nonnegative(),
  quarantined: z.number().int().nonnegative(),
  /** Absent where the format has no records, and in datasets of earlier versions. */
  accounting: accountingSchema.optional(),
  loadedAt: z.string(),
  /** The files that became one table, each with where its rows went. */
  parts: z.array(filePartSchema).optional(),
  /** What there is to know of the file beside; datasets of older versions have none. */
  remarks: z.array(remarkSchema).optional(),
  /** Present where it was computed from others; file, bytes, hash and format are then those of its first source. */
  derived: derivedSchema.optional(),
  /** Absent of the first one. */
  follows: followsSchema.optional(),
  /**
   * Where it was read from, to be read again: the files as they were chosen, and the hash of what came of them; of a dataset
   * that was appended to, each of them. No window is told.
   */
  readFrom: z.array(z.strictObject({ paths: z.array(z.string()).min(1), sha256: z.string() })).optional(),
  /** How dates and numbers are written in the file where that is not the plain way of their type, by field. */
  forms: z.record(z.string(), z.string()).optional(),
  /** Figures that it is held against; they stay through all versions. */
  controls: z.array(controlSchema).optional(),
  /** What rows of its file that are no rows of the table say of it. */
  ownFigures: z.array(ownFigureSchema).optional(),
  /** Rows that were repaired by hand, oldest first; nothing of what stands in them. */
  repaired: z.array(repairSchema).optional(),
  fields: z.array(fieldSchema),
});
export type Dataset = z.infer<typeof datasetSchema>;

export const quarantineReasons = [
  'missingColumns',
  'tooManyColumns',
  'unquotedValue',
  'cast',
  'invalidEncoding',
  'lineTooLong',
  'misaligned',
  'notJson',
  'notObject',
  'other',
] as const;

/** A row that could not be read, as it stood in the file. */
export const quarantinedRowSchema = z.strictObject({
  line: z.number().int().nonnegative(),
  column: z.string().nullable(),
  reason: z.enum(quarantineReasons),
  detail: z.string(),
  text: z.string(),
});
export type QuarantinedRow = z.infer<typeof quarantinedRowSchema>;

/** With its place among those of its version of the dataset. */
export const placedRowSchema = quarantinedRowSchema.extend({ row: z.number().int().nonnegative() });
export type PlacedRow = z.infer<typeof placedRowSchema>;

/** What a file looks like before it is loaded. */
export const previewSchema = z.strictObject({
  file: z.string(),
  bytes: z.number().int().nonnegative(),
  suggestedName: z.string(),
  format: fileFormatSchema,
  gzip: z.boolean(),
  /** Null for formats that have none of their own. */
  encoding: encodingSchema.nullable(),
  bom: z.boolean(),
  /** 0 to 1, of encoding and dialect together. */
  confidence: z.number().min(0).max(1),
  delimiter: z.string().nullable(),
  quote: z.string().nullable(),
  /** What stands before a quote inside quotes: '' for a second quote, or a backslash. */
  escape: z.enum(['', '\\']).nullable(),
  header: z.boolean().nullable(),
  skip: z.number().int().nullable(),
  /** Rows of the header of a text. */
  headerRows: z.number().int().nullable(),
  /** What comment lines of a text begin with; '' for none. */
  comment: z.string().nullable(),
  /** Whether totals and footers of a text are set apart. */
  totals: z.boolean().nullable(),
  /** Of a text with columns of fixed width. */
  columnStarts: z.array(z.number().int().nonnegative()),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  /** Those of `sheets` that the workbook hides. */
  hiddenSheets: z.array(z.string()),
  /** The file inside a zip that is read; null where all are, or where it is no zip. */
  entry: z.string().nullable(),
  entries: z.array(z.string()),
  /** Several files are read as one table. */
  together: z.boolean(),
  columns: z.array(
    z.strictObject({
      /** Its name in the file; a made-up one (column1 …) where there is no header. */
      column: z.string(),
      type: fieldTypeSchema,
      sensitivity: sensitivitySchema,
    }),
  ),
  /** The first rows as text, null where empty, each in the order of `columns`. */
  sample: z.array(z.array(z.string().nullable())),
  /** True where the file holds nothing below its header. False also where that is not known without reading on. */
  noRows: z.boolean(),
  /** True where the types of columns cannot be changed (Parquet brings its own). */
  typesFixed: z.boolean(),
  remarks: z.array(remarkSchema),
  /** Said where the file lies on a slow disk. */
  disk: slowDiskSchema.nullable(),
});
export type Preview = z.infer<typeof previewSchema>;
