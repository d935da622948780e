import { type CsvRecord, type Dialect, parseRecords } from './parse.ts';

interface DialectGuess extends Dialect {
  /** 0 to 1: the share of rows that have as many values as most. */
  readonly confidence: number;
}

const usual = [',', '\t', ';', '|'] as const;
const unusual = ['^', '~', ':'] as const;
/** Rows that are looked at: enough to be sure, few enough to try every delimiter. */
const rowsTried = 300;
const longestPreamble = 20;

/** The delimiter, quote and preamble that make the most even table of the text, with what the user fixed kept. */
export function detectDialect(text: string, fixed: Partial<Dialect> = {}): DialectGuess {
  const quote = fixed.quote ?? detectQuote(text);
  const first = best(text, quote, fixed.delimiter === undefined ? usual : [fixed.delimiter]);
  const second = fixed.delimiter === undefined && first.columns < 2 ? best(text, quote, unusual) : first;
  const winner = second.columns >= 2 && second.share > 0.9 ? second : first;
  const skip =
    fixed.skip ?? (winner.columns >= 2 ? preambleLength(winner.records, winner.columns) : blankLines(winner.records));
  return { delimiter: winner.delimiter, quote, skip, confidence: winner.columns < 2 ? 0.6 : winner.share };
}

interface Candidate {
  delimiter: string;
  records: CsvRecord[];
  /** How many values most rows have. */
  columns: number;
  /** The share of rows that have so many. */
  share: number;
}

function best(text: string, quote: string, delimiters: readonly string[]): Candidate {
  const tried = delimiters.map((delimiter) => measure(text, delimiter, quote));
  const score = (one: Candidate) => (one.columns < 2 ? 0 : one.share);
  return tried.reduce((winner, next) => {
    const ahead = score(next) - score(winner);
    // About equally even: more columns say more (a decimal comma between semicolons makes an even table, too).
    if (Math.abs(ahead) < 0.05) return next.columns > winner.columns && score(next) > 0 ? next : winner;
    return ahead > 0 ? next : winner;
  });
}

function measure(text: string, delimiter: string, quote: string): Candidate {
  const records = parseRecords(text, { delimiter, quote, skip: 0 }, rowsTried);
  const filled = records.filter((record) => !isBlank(record));
  const counts = new Map<number, number>();
  for (const { values } of filled) counts.set(values.length, (counts.get(values.length) ?? 0) + 1);
  const [columns, times] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [1, 0]);
  return { delimiter, records, columns, share: filled.length === 0 ? 0 : times / filled.length };
}

/** A quote stands at the beginning of a value and again at its end; an apostrophe inside a word does not count. */
function detectQuote(text: string): string {
  const pairs = (quote: string) => {
    const open = new RegExp(`(?:^|[,;|\\t\\r\\n~^:]) ?${quote}`, 'g');
    const close = new RegExp(`${quote} ?(?:$|[,;|\\t\\r\\n~^:])`, 'g');
    return Math.min(text.match(open)?.length ?? 0, text.match(close)?.length ?? 0);
  };
  const double = pairs('"');
  return pairs("'") > double * 2 ? "'" : '"';
}

/** Title lines and blank lines above the table: they hold one value where the table has several. */
function preambleLength(records: readonly CsvRecord[], columns: number): number {
  const start = records.slice(0, longestPreamble + 1).findIndex((record) => record.values.length === columns);
  if (start <= 0) return 0;
  const before = records.slice(0, start);
  const isTitle = (record: CsvRecord) => record.values.filter((value) => value !== '').length <= 1;
  const first = records[start];
  return first && before.every(isTitle) ? first.line - 1 : blankLines(records);
}

function blankLines(records: readonly CsvRecord[]): number {
  const first = records.find((record) => !isBlank(record));
  return first ? first.line - 1 : 0;
}

function isBlank(record: CsvRecord): boolean {
  return record.values.length === 1 && record.values[0] === '';
}
