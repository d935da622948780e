import { z } from 'zod';

/** Field types as an analyst names them. `other` stands for what only Parquet or JSON bring (lists, structs, blobs). */
export const fieldTypes = [
  'text',
  'integer',
  'number',
  'decimal',
  'date',
  'timestamp',
  'time',
  'boolean',
  'other',
] as const;
export const fieldTypeSchema = z.enum(fieldTypes);
export type FieldType = z.infer<typeof fieldTypeSchema>;

/** Types that can be chosen for a column of a text file. */
export const readableTypes = ['text', 'integer', 'number', 'decimal', 'date', 'timestamp', 'time', 'boolean'] as const;
export const readableTypeSchema = z.enum(readableTypes);
export type ReadableType = z.infer<typeof readableTypeSchema>;

export const fileFormats = ['delimited', 'xlsx', 'xls', 'parquet', 'jsonl', 'json', 'sqlite', 'duckdb'] as const;
export const fileFormatSchema = z.enum(fileFormats);
export type FileFormat = z.infer<typeof fileFormatSchema>;

/** Encodings by their WHATWG names, which is what TextDecoder takes. */
export const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'shift_jis', 'windows-1252'] as const;
export const encodingSchema = z.enum(encodings);
export type Encoding = z.infer<typeof encodingSchema>;
