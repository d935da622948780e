import type { ReadOptions } from '#shared/intake/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { IntakeContext } from '../context.ts';
import { chooseTable } from '../database/choose.ts';
import { besides, withCopy } from '../database/copy.ts';
import { planColumns } from '../delimited/plan.ts';
import { previewRows } from '../limits.ts';
import { columnNames } from '../names.ts';
import type { PreviewParts } from '../preview.ts';
import { suggestSensitivity } from '../sensitivity.ts';
import { createKinds } from '../sheets/kinds.ts';
import type { Source } from '../source/source.ts';
import { statIfThere } from '../source/statIfThere.ts';
import { openSqlite, type SqliteFile } from './database.ts';
import { typesOf } from './load.ts';
import { cellOf } from './values.ts';

const rowsPeeked = 100;

/** How a table of a SQLite file would be read. */
export async function previewSqlite(
  warehouse: Warehouse,
  source: Source,
  options: ReadOptions,
  context: IntakeContext,
): Promise<PreviewParts> {
  const look = async (path: string, readonly: boolean) => {
    const database = openSqlite(path, source.file, readonly);
    try {
      return await lookAt(database, options, source.file);
    } finally {
      database.close();
    }
  };
  // With a log, SQLite would write beside the file even to read it.
  if (await hasNoLog(source)) return look(source.path, true);
  return withCopy(warehouse, source, 'sqlite', context, (copy) => look(copy, false));
}

const withoutLog = 1;

async function hasNoLog(source: Source): Promise<boolean> {
  const version = (await source.read(18, 1))[0];
  const logs = await Promise.all(besides.sqlite.map((end) => statIfThere(`${source.path}${end}`)));
  return version === withoutLog && logs.every((log) => log === null);
}

async function lookAt(database: SqliteFile, options: ReadOptions, file: string): Promise<PreviewParts> {
  const name = await chooseTable(database, options.sheet, file);
  const table = database.table(name);
  const names = columnNames(table.columns.map((column) => column.name));
  const kinds = createKinds(names.length);
  const rows: (string | null)[][] = [];
  for (const row of table.rows()) {
    const cells = row.map((value, i) => cellOf(value, table.columns[i]?.declared ?? '', i));
    kinds.add(
      cells.filter((cell) => cell !== null),
      0,
    );
    rows.push(cells.map((cell) => cell?.text ?? null));
    if (rows.length === rowsPeeked) break;
  }
  const types = typesOf(table, kinds);
  return {
    sheet: name,
    sheets: [...database.tables],
    columns: planColumns(names, () => [], options, file).map(({ column, chosen, type }, i) => {
      const read = chosen ? type : (types[i] ?? 'text');
      const values = rows.map((row) => row[i] ?? null);
      return { column, type: read, sensitivity: suggestSensitivity(column, read, values) };
    }),
    sample: rows.slice(0, previewRows),
    noRows: rows.length === 0,
  };
}
