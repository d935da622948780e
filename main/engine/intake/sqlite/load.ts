import { rm } from 'node:fs/promises';
import { AppError } from '#shared/errors/index.ts';
import type { ReadableType } from '#shared/intake/index.ts';
import { accounted } from '../accounting.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { createCsvWriter } from '../csvWriter.ts';
import { chooseTable } from '../database/choose.ts';
import { removeLogs, withLogs } from '../database/copy.ts';
import { maximumLineBytes, maximumLineMegabytes } from '../limits.ts';
import type { LoadedParts, Loading } from '../loading.ts';
import { columnNames } from '../names.ts';
import { createKinds, type Kinds } from '../sheets/kinds.ts';
import { createPlaces } from '../sheets/places.ts';
import { stagedPath } from '../source/stage.ts';
import { loadTypedCsv, type TypedCsv } from '../typedCsv.ts';
import { openSqlite, type SqliteTable, type SqliteValue } from './database.ts';
import { cellOf, declaredType } from './values.ts';

const headRows = 500;
const rowsAtATime = 2000;

/** Loads a table of a SQLite file. Types are those of its values, since SQLite lets any column hold any of them. */
export async function loadSqlite(loading: Loading): Promise<LoadedParts> {
  const { warehouse, source, path, file, options, context } = loading;
  const csv = await stagedPath(warehouse, '.csv');
  try {
    await withLogs(source, path, 'sqlite', context);
    context.progress?.({ stage: 'reading', share: null });
    const database = openSqlite(path, file, false);
    try {
      const table = await chooseTable(database, options.sheet, file);
      const skipped = new Set((options.columns ?? []).filter(({ skip }) => skip).map(({ column }) => column));
      const written = await writeCsv(database.table(table), csv, file, skipped, context);
      if (written.rows === 0 && !context.allowEmpty) throw new AppError('validation', 'fileNoRows', { file });
      const { rows, quarantined, columns } = await loadTypedCsv(loading, written);
      return { rows, quarantined, options: { sheet: table, columns }, accounting: accounted(rows, quarantined) };
    } finally {
      database.close();
    }
  } finally {
    await removeLogs(path);
    await rm(csv, { force: true });
  }
}

async function writeCsv(
  table: SqliteTable,
  path: string,
  file: string,
  skipped: ReadonlySet<string>,
  context: IntakeContext,
): Promise<TypedCsv & { rows: number }> {
  const writer = createCsvWriter(path);
  const names = columnNames(table.columns.map(({ name }) => name));
  const leftOut = names.map((name) => skipped.has(name));
  const kinds = createKinds(names.length);
  const places = createPlaces();
  const head: (string | null)[][] = [];
  let rows = 0;
  try {
    for (const row of table.rows()) {
      const present = row.map((value, i) => (leftOut[i] ? null : value));
      requireShort(present, names, file, rows + 1);
      const cells = present.map((value, i) => cellOf(value, table.columns[i]?.declared ?? '', i));
      kinds.add(
        cells.filter((cell) => cell !== null),
        0,
      );
      const values = cells.map((cell) => cell?.text ?? null);
      if (rows < headRows) head.push(values);
      places.add(++rows, values);
      await writer.row(values);
      if (rows % rowsAtATime > 0) continue;
      // SQLite answers at once: without a pause nobody could cancel.
      await new Promise((resolve) => setImmediate(resolve));
      stopIfCancelled(context);
      context.progress?.({ stage: 'reading', share: null, rows });
    }
  } finally {
    await writer.close();
  }
  return { path, rows, names, types: typesOf(table, kinds), worded: kinds.worded(), head, rowOf: places.rowOf };
}

/** Before a row is written that no reader of the CSV would take. */
function requireShort(row: readonly SqliteValue[], names: readonly string[], file: string, number: number): void {
  // Most rows are told short without looking into them: quoted or in UTF-8, a character takes no more than three bytes.
  if (row.reduce((all: number, value) => all + 30 + 3 * lengthOf(value), 0) < maximumLineBytes) return;
  const lengths = row.map(writtenBytes);
  if (lengths.reduce((all, length) => all + length, 0) < maximumLineBytes) return;
  const column = names[lengths.indexOf(Math.max(...lengths))] ?? '';
  const limit = maximumLineMegabytes;
  throw new AppError('validation', 'databaseCellTooLong', { file, column, row: number, limit });
}

const lengthOf = (value: SqliteValue) => (typeof value === 'string' || Buffer.isBuffer(value) ? value.length : 0);

/** Of a value in the CSV, with its quotes and comma. */
function writtenBytes(value: SqliteValue): number {
  if (value === null) return 1;
  if (Buffer.isBuffer(value)) return 3 + value.length * 2;
  const text = String(value);
  return 3 + Buffer.byteLength(text) + (text.match(/"/g)?.length ?? 0);
}

/** By the values or, where a column has none, by what it was declared as. */
export function typesOf(table: SqliteTable, kinds: Kinds): ReadableType[] {
  return kinds.types().map((type, i) => (kinds.hasNone(i) ? declaredType(table.columns[i]?.declared ?? '') : type));
}
