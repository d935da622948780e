import { AppError } from '#shared/errors/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { footRows } from '../delimited/totals.ts';
import { type Block, type Book, noFacts, type SheetFacts, type SheetInfo, type SheetRow } from './book.ts';
import { within } from './range.ts';

/** What was seen of a sheet: its first rows or, where it is small, all. */
export interface SheetLook {
  readonly sheet: SheetInfo;
  readonly head: readonly SheetRow[];
  readonly facts: SheetFacts;
  readonly block: Block | null;
  /** Of all rows, or of the first ones where not all were read. */
  readonly counts: SheetCounts;
  /** The last rows, which may be in `head` too; null where the sheet was not read to its end. */
  readonly foot: readonly SheetRow[] | null;
  /** Sheets in front of it that hold no table, where none was asked for. */
  readonly passed: readonly string[];
}

/** Of the rows of a sheet that hold anything. */
export interface SheetCounts {
  rows: number;
  hiddenRows: number;
  errorCells: number;
  uncalculated: number;
}

export const noCounts = (): SheetCounts => ({ rows: 0, hiddenRows: 0, errorCells: 0, uncalculated: 0 });

export function countRow(counts: SheetCounts, row: SheetRow): void {
  counts.rows++;
  if (row.hidden) counts.hiddenRows++;
  counts.errorCells += row.errors.length;
  counts.uncalculated += row.uncalculated.length;
}

/** Rows by which the table of a sheet is found. */
const rowsPeeked = 100;

/**
 * Looks at the sheet that was asked for or, where none was, the first that holds a table, hidden ones last. Where none does, the
 * first with a value.
 */
export async function lookAtSheet(
  book: Book,
  wanted: string | undefined,
  block: Block | null,
  file: string,
  context: IntakeContext,
): Promise<SheetLook> {
  const sheets =
    wanted === undefined
      ? book.sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden))
      : book.sheets.filter(({ name }) => name === wanted);
  if (wanted !== undefined && sheets.length === 0) {
    throw new AppError('notFound', 'sheetMissing', { file, sheet: wanted });
  }
  const passed: SheetLook[] = [];
  for (const sheet of sheets) {
    if (passed.length > 0 && sheet.hidden) break;
    const look = await lookAt(book, sheet, block, context);
    if (look.head.length === 0) continue;
    // Whoever names a range means the sheet that is seen first.
    if (wanted !== undefined || block !== null || !isNote(look))
      return { ...look, passed: passed.map((each) => each.sheet.name) };
    passed.push(look);
  }
  const [note] = passed;
  if (note) return note;
  const sheet = sheets[0]?.name ?? '';
  throw block === null
    ? new AppError('validation', 'sheetEmpty', { file, sheet })
    : new AppError('validation', 'rangeEmpty', { file, sheet });
}

async function lookAt(book: Book, sheet: SheetInfo, block: Block | null, context: IntakeContext): Promise<SheetLook> {
  const facts = noFacts();
  const small = book.isSmall(sheet);
  const counts = noCounts();
  const head: SheetRow[] = [];
  let foot: SheetRow[] = [];
  const rows = book.rows(sheet, facts, small ? undefined : { from: block?.firstRow ?? 1, count: rowsPeeked });
  for await (const some of rows) {
    stopIfCancelled(context);
    const inside = some.flatMap((row) => within(row, block) ?? []).filter(holdsAnything);
    for (const row of inside) countRow(counts, row);
    if (head.length < rowsPeeked) head.push(...inside.slice(0, rowsPeeked - head.length));
    if (inside.length > 0) foot = [...foot, ...inside].slice(-footRows);
  }
  return { sheet, head, facts, block, counts, foot: small ? foot : null, passed: [] };
}

/** A row of nothing but formats is blank; one of errors is not. */
export const holdsAnything = ({ cells, errors, uncalculated }: SheetRow) =>
  cells.length > 0 || errors.length > 0 || uncalculated.length > 0;

const fewRows = 10;
const someRows = 30;
const longestWord = 40;

/**
 * A cover or an explanation in front of the table, by its name or by what it holds: one value in a row, few of them or whole sentences.
 * Codes below one another are a list, however short.
 */
function isNote({ sheet, head, counts }: SheetLook): boolean {
  if (notes.test(sheet.name.trim())) return true;
  if (counts.rows >= someRows || head.some(({ cells }) => cells.length !== 1)) return false;
  const [first, ...below] = head.flatMap(({ cells }) => cells);
  const isList = below.length > 0 && below.every(({ kind, text }) => kind !== 'text' || code.test(text));
  // A table that was pasted as text.
  const isPasted = first !== undefined && /[,;|\t]/.test(first.text);
  if (isList || isPasted) return false;
  return counts.rows < fewRows || head.some(({ cells }) => cells.some(({ text }) => text.length > longestWord));
}
const notes =
  /^(?:(?:填[报写表]|使用|字段|数据|报表|编制)?说明|目录|封面|数据字典|read ?me|cover|(?:table of )?contents|(?:data )?dictionary)$/i;
const code = /^(?=.*\d)[\w.-]+$/;
