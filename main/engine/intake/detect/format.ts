import { AppError } from '#shared/errors/index.ts';
import type { FileFormat } from '#shared/intake/index.ts';
import { rowsOfColumns } from '../json/columns.ts';
import { isJson } from '../json/isJson.ts';
import { rowsShapeOf } from '../json/rows.ts';
import { truncated } from '../source/errors.ts';
import { containerMagic } from '../xls/container.ts';

const gzipMagic = Buffer.from([0x1f, 0x8b]);
const zipMagic = Buffer.from('PK\u0003\u0004');
const emptyZipMagic = Buffer.from('PK\u0005\u0006');
const parquetMagic = Buffer.from('PAR1');
const sqliteMagic = Buffer.from('SQLite format 3\0');
/** After a checksum of the first block. */
const duckDbMagic = Buffer.from('DUCK');
/** The container of old Office files, and the beginning of a workbook of Excel 5 that has none. */
const xlsMagics = [containerMagic, Buffer.from([0x09, 0x08, 0x08, 0x00])];

/** Files that begin like this are known, and cannot be read: a sentence says so instead of a table of garbage. */
const foreign: readonly Buffer[] = [
  Buffer.from('%PDF'),
  Buffer.from('BZh'),
  Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a]), // xz
  Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), // zstd
  Buffer.from('7z\u00bc\u00af', 'latin1'),
  Buffer.from('Rar!'),
  Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  Buffer.from([0xff, 0xd8, 0xff]),
];

export function isGzip(head: Buffer): boolean {
  return startsWith(head, gzipMagic);
}

/** What a file is by its content. `text` is the head decoded, for those formats that are text. */
export function detectFormat(head: Buffer, text: () => string, file: string): FileFormat {
  if (startsWith(head, zipMagic) || startsWith(head, emptyZipMagic)) return 'xlsx';
  if (startsWith(head, parquetMagic)) return 'parquet';
  if (xlsMagics.some((magic) => startsWith(head, magic))) return 'xls';
  if (startsWith(head, sqliteMagic)) return 'sqlite';
  if (startsWith(head.subarray(8), duckDbMagic)) return 'duckdb';
  if (foreign.some((magic) => startsWith(head, magic))) throw new AppError('validation', 'fileUnknownFormat', { file });
  // What calls itself a workbook or Parquet and does not begin like one is damaged, not a text.
  if (/\.parquet$/i.test(file) && head.includes(0)) throw truncated(file, 'Parquet', 'no magic bytes');
  if (/\.xls[xm]$/i.test(file) && head.includes(0)) throw truncated(file, 'XLSX', 'no magic bytes');
  if (/\.xls$/i.test(file) && head.subarray(0, 1000).includes(0)) throw truncated(file, 'XLS', 'no magic bytes');
  if (isWebPage(text())) throw new AppError('validation', 'fileIsWebPage', { file });
  // A file that calls itself JSON lines has a bad line rather than another form.
  const lines = /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(file) && /^\s*\{/.test(text().slice(0, 1000));
  if (!lines && looksLikeList(text())) return 'json';
  return looksLikeJsonLines(text()) ? 'jsonl' : 'delimited';
}

/** A list of objects, an empty one, or an object that goes on beyond its first line or holds a list of objects. */
function looksLikeList(text: string): boolean {
  if (/^\s*\[\s*(?:\{\s*["}]|\]\s*$|\[\s*(?:["\]\d-]|null|true|false))/.test(text)) return true;
  if (!/^\s*\{\s*"/.test(text)) return false;
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
  const more = rest.some((line) => /^\s*\{/.test(line));
  if (!isJson(first)) return !more || !/\}\s*,?\s*$/.test(first);
  // One object by itself is a row, unless what it holds is a list of them.
  return (
    rest.length === 0 &&
    (/:\s*\[\s*\{/.test(first) || (rowsShapeOf(first)?.names ?? null) !== null || rowsOfColumns(first) !== null)
  );
}

/** Web pages and the XML of Excel 2003, which many systems call .xls. */
function isWebPage(text: string): boolean {
  return /^\s*<(?:!doctype html|html|table|\?mso-|\?xml[^>]*>\s*(?:<\?mso-[^>]*>\s*)?<(?:\w+:)?(?:html|workbook))/i.test(
    text.slice(0, 2000),
  );
}

/** The first line that is not blank begins a JSON object. */
function looksLikeJsonLines(text: string): boolean {
  const start = text.search(/\S/);
  if (start < 0 || text[start] !== '{') return false;
  const end = text.indexOf('\n', start);
  const line = end < 0 ? text.slice(start) : text.slice(start, end);
  return /^\{\s*("|\}|$)/.test(line);
}

function startsWith(bytes: Buffer, magic: Buffer): boolean {
  return bytes.subarray(0, magic.length).equals(magic);
}
