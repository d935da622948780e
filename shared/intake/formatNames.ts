import type { Locale } from '../errors/index.ts';
import type { FileFormat } from './types.ts';

const names = {
  xlsx: 'XLSX',
  xls: 'XLS',
  sqlite: 'SQLite',
  duckdb: 'DuckDB',
  parquet: 'Parquet',
  json: 'JSON',
  jsonl: 'JSON Lines',
} as const;

/** What each format is called, in the window and in reports. */
export const formatNames = {
  zh: { delimited: '分隔文本', ...names },
  en: { delimited: 'Delimited text', ...names },
} as const satisfies Record<Locale, Record<FileFormat, string>>;
