import { columnsOf } from './fixedWidth.ts';
import type { LineEnd } from './lines.ts';
import { isRowCount, isRule, valuesOfRuled } from './ruled.ts';

/** How a text file separates its values. */
export interface Form {
  readonly delimiter: string;
  /** '' for none. */
  readonly quote: string;
  /** What stands before a quote inside quotes where it is not doubled. */
  readonly escape?: string | undefined;
  /** What a line begins with that is a comment. */
  readonly comment?: string | undefined;
  /** Printed under a line of dashes: what parts the columns that `starts` says. */
  readonly ruled?: 'bars' | 'blanks' | undefined;
  /** Values stand as ="001", for Excel to take them as texts. */
  readonly formulas?: true | undefined;
  /** Where the columns of a fixed-width text begin, from 0; delimiter and quote mean nothing then. */
  readonly starts?: readonly number[] | undefined;
}

export interface Dialect extends Form {
  /** Lines before the header or, without one, before the first row. */
  readonly skip: number;
}

/** One byte, as read_csv and our scanner of bytes take it. */
export const isPlainDelimiter = (delimiter: string): boolean => delimiter.length === 1 && delimiter < '\u0080';

/** One record of a text file. */
export interface CsvRecord {
  /** The line that it begins in, from 1. */
  readonly line: number;
  /** Where it stands in the text, without its line end. */
  readonly from: number;
  readonly to: number;
  readonly values: readonly string[];
  /** Undefined where the text ends with it. */
  readonly end?: LineEnd | undefined;
  readonly kind: 'values' | 'blank' | 'comment';
  /** Its quotes follow no rule: it was cut at the end of its first line, for the next line to be read by itself. */
  readonly malformed: boolean;
  /** A quote inside a value was not doubled, and taken for what it is. */
  readonly mended: boolean;
  /** Values that stood as ="001". */
  readonly texts?: readonly number[];
  /** The value whose quotes they are. */
  readonly malformedAt?: number;
  /** How many lines it takes. */
  readonly lines: number;
}

/** A record with its place in the text. */
export interface PlacedRecord extends CsvRecord {
  readonly next: number;
}

/**
 * Reads records as DuckDB does (quotes doubled inside quotes, spaces around quotes ignored), for samples: it keeps
 * everything in memory.
 */
export function parseRecords(text: string, dialect: Dialect, limit = Number.POSITIVE_INFINITY): CsvRecord[] {
  const records: CsvRecord[] = [];
  let at = offsetOfLine(text, dialect.skip);
  let line = dialect.skip + 1;
  while (at < text.length && records.length < limit) {
    const record = readRecord(text, at, line, dialect, true);
    if (!record) break;
    records.push(record);
    at = record.next;
    line += record.lines;
  }
  return records;
}

/** Characters that a quoted value may have: beyond, a quote was left open. */
const longestQuoted = 2_000_000;

/** The record at `at`; null where the text breaks off inside it and more of it will come. */
export function readRecord(text: string, at: number, line: number, form: Form, whole: boolean): PlacedRecord | null {
  let mended = false;
  const texts: number[] = [];
  const first = endOfLine(text, at);
  if (!whole && first >= text.length - 1) return null;
  const comment = form.comment !== undefined && startsWith(text, at, form.comment);
  const blank = !comment && isBlank(text, at, first, form);
  if (comment || blank) return placed([], comment ? 'comment' : 'blank', at, first);
  if (form.ruled && form.starts) {
    const own = text.slice(at, first);
    const values = valuesOfRuled(own, form.ruled, form.starts);
    const counts = form.starts.length === 1 && isRowCount(own);
    return isRule(own) || counts ? placed([], 'comment', at, first) : placed(values, 'values', at, first);
  }
  if (form.starts) return placed(columnsOf(text.slice(at, first), form.starts), 'values', at, first);
  const values: string[] = [];
  let here = at;
  // A line is looked through for its end once, however many quotes ask for it: one line may be the whole file.
  let lineEnd = first;
  const endFrom = (place: number) => {
    if (place > lineEnd) lineEnd = endOfLine(text, place);
    return lineEnd;
  };
  for (;;) {
    const marked = form.formulas !== undefined && text.startsWith('="', here);
    if (marked) texts.push(values.length);
    const open = form.quote === '' ? -1 : openQuote(text, marked ? here + 1 : here, form);
    if (open >= 0) {
      const quoted = readQuoted(text, open + 1, form, endFrom);
      // What follows a quote at the end of the piece is not known yet.
      if (typeof quoted === 'string' && !whole && text.length - open < longestQuoted) return null;
      const formula = form.formulas && typeof quoted !== 'string' ? textOfFormula(quoted.value) : undefined;
      if (formula !== undefined) texts.push(values.length);
      values.push(typeof quoted === 'string' ? '' : (formula ?? quoted.value));
      if (typeof quoted === 'string') return malformed();
      mended ||= quoted.mended;
      here = form.delimiter === ' ' ? quoted.end : afterSpaces(text, quoted.end);
      if (!whole && here >= text.length - form.delimiter.length) return null;
    } else {
      const end = endOfPlain(text, here, form.delimiter);
      values.push(text.slice(here, end));
      here = end;
    }
    if (text.startsWith(form.delimiter, here)) {
      here += form.delimiter.length;
      continue;
    }
    if (here < text.length && !isLineEnd(text, here)) return malformed();
    if (!whole && here >= text.length - 1) return null;
    return placed(values, 'values', at, here);
  }

  function malformed(): PlacedRecord {
    const cells = text.slice(at, first).split(form.delimiter);
    return { ...placed(cells, 'values', at, first), malformed: true, malformedAt: Math.max(0, values.length - 1) };
  }
  function placed(cells: readonly string[], kind: CsvRecord['kind'], from: number, to: number): PlacedRecord {
    const end = lineEndAt(text, to);
    const lines = (to === first ? 0 : lineEndsIn(text, from, to)) + 1;
    const place = { from, to, next: to + (end?.length ?? 0), lines };
    const told = texts.length > 0 ? { texts } : {};
    return { line, values: cells, end, kind, malformed: false, mended, ...told, ...place };
  }
}

function startsWith(text: string, at: number, mark: string): boolean {
  let start = at;
  while (text[start] === ' ' || text[start] === '\t') start++;
  return text.startsWith(mark, start);
}

/** Tabs between empty values are no blanks; what DOS ended its files with is one. */
function isBlank(text: string, from: number, to: number, { delimiter }: Form): boolean {
  if (text[from] === '\u001a' && from + 1 === to && to === text.length) return true;
  for (let at = from; at < to; at++) if (text[at] !== ' ' && (text[at] !== '\t' || delimiter === '\t')) return false;
  return delimiter !== ' ' || from === to;
}

export function lineEndAt(text: string, at: number): LineEnd | undefined {
  if (text[at] === '\n') return '\n';
  if (text[at] !== '\r') return undefined;
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}

function isLineEnd(text: string, at: number): boolean {
  const char = text[at];
  return char === '\n' || char === '\r';
}

/** Line ends of any kind; a CR LF counts once. */
function lineEndsIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = endOfLine(text, from); at < to; at = endOfLine(text, at)) {
    count++;
    at += lineEndAt(text, at)?.length ?? 1;
  }
  return count;
}

/** Quoted as a whole, it stands as "=""001""". */
const textOfFormula = (value: string): string | undefined => /^="(.*)"$/s.exec(value)?.[1]?.replaceAll('""', '"');

function openQuote(text: string, at: number, { quote, delimiter }: Form): number {
  let open = at;
  if (delimiter !== ' ') open = afterSpaces(text, at);
  return text[open] === quote ? open : -1;
}

function afterSpaces(text: string, at: number): number {
  let after = at;
  while (text[after] === ' ') after++;
  return after;
}

function readQuoted(
  text: string,
  from: number,
  form: Form,
  endFrom: (place: number) => number,
): { value: string; end: number; mended: boolean } | 'open' | 'broken' {
  const { quote, escape: mark } = form;
  let limit = from + longestQuoted;
  let value = '';
  let mended = false;
  let start = from;
  for (let at = from; ; ) {
    const close = text.indexOf(quote, at);
    if (close < 0 || close > limit) return close < 0 && limit === from + longestQuoted ? 'open' : 'broken';
    if (mark !== undefined && isEscaped(text, close, from, mark)) {
      value += unescaped(text.slice(start, close - 1), mark) + quote;
      at = start = close + 1;
      continue;
    }
    value += mark === undefined ? text.slice(start, close) : unescaped(text.slice(start, close), mark);
    if (text[close + 1] !== quote && endsValue(text, close + 1, form)) return { value, end: close + 1, mended };
    if (text[close + 1] === quote) {
      value += quote;
      at = start = close + 2;
      continue;
    }
    // A quote inside the value that nobody doubled: the value goes on, but not beyond its line.
    mended = true;
    limit = Math.min(limit, endFrom(close));
    value += quote;
    at = start = close + 1;
  }
}

/** What closes a value is followed by the next one, or by nothing. */
function endsValue(text: string, at: number, { delimiter }: Form): boolean {
  const next = delimiter === ' ' ? at : afterSpaces(text, at);
  return next >= text.length || isLineEnd(text, next) || text.startsWith(delimiter, next);
}

/** An odd number of escapes stands before it. */
function isEscaped(text: string, at: number, from: number, mark: string): boolean {
  let before = at;
  while (before > from && text[before - 1] === mark) before--;
  return (at - before) % 2 === 1;
}

function unescaped(text: string, mark: string): string {
  return text.includes(mark) ? text.replaceAll(mark + mark, mark) : text;
}

function endOfPlain(text: string, at: number, delimiter: string): number {
  const first = delimiter.charCodeAt(0);
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return i;
    if (code === first && (delimiter.length === 1 || text.startsWith(delimiter, i))) return i;
  }
  return text.length;
}

function endOfLine(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return i;
  }
  return text.length;
}

/** Where line `lines` + 1 begins. */
function offsetOfLine(text: string, lines: number): number {
  let at = 0;
  for (let i = 0; i < lines && at < text.length; i++) {
    at = endOfLine(text, at);
    at += lineEndAt(text, at)?.length ?? 0;
  }
  return at;
}
