import type { Book, SheetFacts, SheetRow } from '../sheets/book.ts';
import type { Source } from '../source/source.ts';
import { openZip, type Zip } from '../zip/directory.ts';
import { type RawRow, rawRows, rowOf } from './cells.ts';
import { createStrings, type Strings } from './strings.ts';
import { readStrings, readWorkbook, type Sheet, type Workbook } from './workbook.ts';

/** Bytes of XML that are read through within the time that a look may take. */
const smallBytes = 16_000_000;

export async function openXlsx(source: Source): Promise<Book<Sheet>> {
  const zip = await openZip(source, 'XLSX');
  const workbook = await readWorkbook(zip);
  const allStrings = once(() => (workbook.strings ? readStrings(zip, workbook.strings) : createStrings()));
  return {
    sheets: workbook.sheets,
    isSmall: ({ entry }) => entry.size + (workbook.strings?.size ?? 0) <= smallBytes,
    rows: (sheet, facts, first) =>
      first === undefined
        ? allRows(zip, workbook, sheet, facts, allStrings)
        : firstRows(zip, workbook, sheet, facts, first),
  };
}

async function* allRows(
  zip: Zip,
  workbook: Workbook,
  sheet: Sheet,
  facts: SheetFacts,
  strings: () => Promise<Strings> | Strings,
): AsyncGenerator<SheetRow[]> {
  const all = await strings();
  for await (const some of rawRows(zip, sheet.entry, facts)) yield some.map((raw) => rowOf(raw, workbook, all));
}

async function* firstRows(
  zip: Zip,
  workbook: Workbook,
  sheet: Sheet,
  facts: SheetFacts,
  first: { readonly from: number; readonly count: number },
): AsyncGenerator<SheetRow[]> {
  const raw: RawRow[] = [];
  for await (const some of rawRows(zip, sheet.entry, facts)) {
    raw.push(...some.filter(({ row }) => row >= first.from));
    if (raw.length >= first.count) break;
  }
  const strings = await neededStrings(zip, workbook, raw);
  yield raw.slice(0, first.count).map((row) => rowOf(row, workbook, strings));
}

/** Shared texts are numbered as they first occur, so the first rows need few of them. */
async function neededStrings(zip: Zip, workbook: Workbook, rows: readonly RawRow[]): Promise<Strings> {
  const last = rows.reduce(
    (most, { cells }) =>
      cells.reduce((max, { type, text }) => (type === 's' ? Math.max(max, Number(text)) : max), most),
    -1,
  );
  return last < 0 || !workbook.strings ? createStrings() : readStrings(zip, workbook.strings, last);
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
