import { columnsOf, isAligned } from './fixedWidth.ts';

/** A table as a database prints it on a screen: its columns stand under a line of dashes. */
interface Ruled {
  /** What parts the columns: bars, or blanks. */
  readonly by: 'bars' | 'blanks';
  /** Where the columns begin, as in a text of fixed width. */
  readonly starts: readonly number[];
  /** Lines before the header. */
  readonly skip: number;
}

/** +----+------+, ----+------ and ---- ------, of dashes or equals signs. */
const rules = [/^\+(?:[-=]+\+)+$/, /^-+(?:\+-+)+$/, /^[-=]{2,}(?: +[-=]{2,})+$/];
/** Commands and greetings above a table. */
const linesAbove = 60;
/** Rows by which columns are checked. */
const linesBelow = 100;

/** What was typed, where a session was recorded. */
const prompt = /^(?:(?:SQL|mysql|MariaDB \[.*\]|sqlite)>|\w+[=-][#>]\s)/;

export const isRule = (line: string): boolean => rules.some((rule) => rule.test(line.trim()));

/** What says how many rows there are, in a line of its own. */
export const isRowCount = (line: string): boolean =>
  /^\s*[(（]?(?:\d[\d,]* (?:rows?|records?)\b|已选择\s*\d+\s*行|\d+\s*行记录)/i.test(line);

/** Finds a printed table in the lines of a text; null where there is none. */
export function detectRuled(lines: readonly string[]): Ruled | null {
  const at = lines.slice(0, linesAbove).findIndex(isRule);
  const rule = lines[at];
  if (rule === undefined) return null;
  const bordered = rule.trimStart().startsWith('+') || isRule(lines[at + 2] ?? '');
  // A border stands above the header, a line of dashes below it.
  const header = lines[bordered ? at + 1 : at - 1];
  if (header === undefined || header.trim() === '' || isRule(header)) return null;
  const starts = startsOf(rule);
  const below = lines.slice(at + (bordered ? 2 : 1), at + linesBelow);
  const end = below.findIndex((line) => line.trim() === '' || isRowCount(line));
  const rows = below.slice(0, end < 0 ? below.length : end).filter((line) => !isRule(line));
  const barred = rule.includes('+');
  const fits = (line: string) => !barred || line.includes('|') || starts.length === 1;
  if (rows.length === 0 || ![header, ...rows].every(fits)) return null;
  if (!barred && !rows.every((line) => isAligned(line, starts))) return null;
  return { by: barred ? 'bars' : 'blanks', starts, skip: bordered ? at : at - 1 };
}

/** The values of a line; one where it is no row. */
export function valuesOfRuled(line: string, by: Ruled['by'], starts: readonly number[]): string[] {
  if (isRowCount(line) || prompt.test(line)) return [line.trim()];
  if (by === 'blanks') return isAligned(line, starts) ? columnsOf(line, starts) : [line.trim()];
  if (!line.includes('|') && starts.length > 1) return [line.trim()];
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  // A bar in a value: the columns are where the line of dashes says.
  return cells.length === starts.length
    ? cells.map((cell) => cell.trim())
    : columnsOf(line, starts).map((cell) => cell.replace(/^\||\|$/g, '').trim());
}

function startsOf(rule: string): number[] {
  const starts: number[] = [];
  const dashes = /[-=]+/g;
  for (const found of rule.matchAll(dashes)) starts.push(found.index);
  return starts;
}
