import type { LineEnd } from './lines.ts';

/** How a text file separates its values. */
export interface Dialect {
  readonly delimiter: string;
  /** '' for none. */
  readonly quote: string;
  /** Lines before the header or, without one, before the first row. */
  readonly skip: number;
}

/** One record of a text file. */
export interface CsvRecord {
  /** The line that it begins in, from 1. */
  readonly line: number;
  readonly values: readonly string[];
  /** Undefined where the text ends with it. */
  readonly end?: LineEnd | undefined;
}

/**
 * Reads records as DuckDB does (quotes doubled inside quotes, spaces around quotes ignored), for samples: it keeps
 * everything in memory. Blank lines are records of one empty value.
 */
export function parseRecords(text: string, dialect: Dialect, limit = Number.POSITIVE_INFINITY): CsvRecord[] {
  const { delimiter, quote } = dialect;
  const records: CsvRecord[] = [];
  let at = offsetOfLine(text, dialect.skip);
  let line = dialect.skip + 1;
  while (at < text.length && records.length < limit) {
    const values: string[] = [];
    const begun = line;
    let more = true;
    while (more) {
      let value: string;
      const open = quote === '' ? -1 : openQuote(text, at, quote);
      if (open >= 0) {
        const quoted = readQuoted(text, open + 1, quote);
        value = quoted.value;
        line += quoted.lines;
        at = quoted.end;
        while (text[at] === ' ') at++;
        // What follows a closing quote belongs to the value, as long as it is no delimiter: such rows are malformed anyway.
        const rest = endOfPlain(text, at, delimiter);
        value += text.slice(at, rest);
        at = rest;
      } else {
        const end = endOfPlain(text, at, delimiter);
        value = text.slice(at, end);
        at = end;
      }
      values.push(value);
      more = text.startsWith(delimiter, at);
      if (more) at += delimiter.length;
    }
    const end = lineEndAt(text, at);
    at += end?.length ?? 0;
    line++;
    records.push({ line: begun, values, end });
  }
  return records;
}

function lineEndAt(text: string, at: number): LineEnd | undefined {
  if (text[at] === '\n') return '\n';
  if (text[at] !== '\r') return undefined;
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}

function openQuote(text: string, at: number, quote: string): number {
  let open = at;
  while (text[open] === ' ') open++;
  return text[open] === quote ? open : -1;
}

function readQuoted(text: string, from: number, quote: string): { value: string; end: number; lines: number } {
  let value = '';
  let start = from;
  for (;;) {
    const close = text.indexOf(quote, start);
    if (close < 0) return finish(value + text.slice(start), text.length);
    value += text.slice(start, close);
    if (text[close + 1] !== quote) return finish(value, close + 1);
    value += quote;
    start = close + 2;
  }
}

function finish(value: string, end: number): { value: string; end: number; lines: number } {
  return { value, end, lines: value.match(/\r\n|\r|\n/g)?.length ?? 0 };
}

function endOfPlain(text: string, at: number, delimiter: string): number {
  for (let i = at; i < text.length; i++) {
    const char = text[i];
    if (char === '\n' || char === '\r') return i;
    if (char === delimiter[0] && text.startsWith(delimiter, i)) return i;
  }
  return text.length;
}

/** Where line `lines` + 1 begins. */
function offsetOfLine(text: string, lines: number): number {
  let at = 0;
  for (let i = 0; i < lines && at < text.length; i++) {
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
    at += lineEndAt(text, at)?.length ?? 0;
  }
  return at;
}
