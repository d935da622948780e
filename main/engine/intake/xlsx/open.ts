import { AppError } from '#shared/errors/index.ts';
import type { Source } from '../source/source.ts';
import { cellsOf, type RawRow, rawRows } from './cells.ts';
import type { SheetRow } from './layout.ts';
import { readStrings, readWorkbook, type Sheet, type Workbook } from './workbook.ts';
import { openZip, type Zip } from './zip.ts';

/** A sheet with its first rows. */
export interface OpenSheet {
  readonly zip: Zip;
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly head: readonly SheetRow[];
}

/** Rows by which the table of a sheet is found. */
const rowsPeeked = 100;

/** Opens the sheet that was asked for or, where none was, the first with a value. */
export async function openSheet(source: Source, wanted: string | undefined): Promise<OpenSheet> {
  const zip = await openZip(source);
  const workbook = await readWorkbook(zip);
  const sheets = wanted === undefined ? workbook.sheets : workbook.sheets.filter(({ name }) => name === wanted);
  if (wanted !== undefined && sheets.length === 0) {
    throw new AppError('notFound', 'sheetMissing', { file: source.file, sheet: wanted });
  }
  for (const sheet of sheets) {
    const raw = await peek(zip, sheet);
    const strings = await neededStrings(zip, workbook, raw);
    const head = raw
      .map((row) => ({ row: row.row, cells: cellsOf(row, workbook, strings) }))
      .filter(({ cells }) => cells.length > 0);
    if (head.length > 0) return { zip, workbook, sheet, head };
  }
  throw new AppError('validation', 'sheetEmpty', { file: source.file, sheet: sheets[0]?.name ?? '' });
}

async function peek(zip: Zip, sheet: Sheet): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const some of rawRows(zip, sheet)) {
    rows.push(...some.slice(0, rowsPeeked - rows.length));
    if (rows.length >= rowsPeeked) break;
  }
  return rows;
}

/** Shared texts are numbered as they first occur, so the first rows need few of them. */
async function neededStrings(zip: Zip, workbook: Workbook, rows: readonly RawRow[]): Promise<string[]> {
  const last = rows.reduce(
    (most, { cells }) =>
      cells.reduce((max, { type, text }) => (type === 's' ? Math.max(max, Number(text)) : max), most),
    -1,
  );
  return last < 0 || !workbook.strings ? [] : readStrings(zip, workbook.strings, last);
}
