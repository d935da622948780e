import { detectStarts } from './fixedWidth.ts';
import { type CsvRecord, type Dialect, type Form, parseRecords } from './parse.ts';
import { preambleLines } from './preamble.ts';
import { detectRuled } from './ruled.ts';
import { isTyped } from './values.ts';

export interface DialectGuess extends Dialect {
  /** 0 to 1: the share of rows that have as many values as most. */
  readonly confidence: number;
}

const usual = [',', '\t', ';', '|'] as const;
const unusual = ['^', '~', '||', '|@|', '|+|', '|!|', '\u0001', '\u001f', '\u001b', '\u001d'] as const;
/** Typed by hand, and marks of prose everywhere else: every line has as many, and the header too. */
const chinese = ['，', '；'] as const;
/** Stand between other things as well: only many columns make them delimiters. */
const doubtful: readonly { delimiter: string; columns: number }[] = [
  { delimiter: ':', columns: 5 },
  { delimiter: ' ', columns: 3 },
];
const marks = ['#', '//'] as const;
/** Rows that are looked at: enough to be sure, few enough to try every delimiter. */
const rowsTried = 300;
/** Lines above a table that must not make it look uneven. */
const rowsAbove = 10;
/** Below this share of even rows there is no table, unless the first row looks like its header. */
const evenEnough = 0.6;

/** How the text is written, as far as the user has not fixed it: the form that makes the most even table. */
export function detectDialect(text: string, fixed: Partial<Dialect> = {}): DialectGuess {
  const told = toldToExcel.exec(text)?.[1];
  if (told !== undefined && fixed.skip === undefined && !fixed.starts) return asTold(text, told, fixed);
  const printed = asPrinted(text, fixed);
  if (printed) return printed;
  const quote = fixed.quote ?? detectQuote(text);
  const starts = fixed.starts;
  const mark = fixed.comment === undefined ? possibleMark(text) : fixed.comment || undefined;
  const formulas = !starts && quote === '"' && hasFormulaTexts(text) ? true : undefined;
  const form: Form = {
    delimiter: fixed.delimiter ?? ',',
    quote,
    escape: fixed.escape,
    comment: mark,
    formulas,
    starts,
  };
  const first = best(text, form, fixed.delimiter === undefined && !starts ? usual : [form.delimiter]);
  const found = fixed.delimiter === undefined && !starts && first.columns < 2 ? further(text, form) : null;
  const winner = withFittingQuote(text, escaped(text, found ?? first, fixed), fixed);
  const certain = fixed.comment === undefined ? withoutFalseMark(text, winner) : winner;
  const skip = fixed.skip ?? preambleLines(certain.records, certain.columns);
  return { ...certain.form, skip, confidence: confidenceOf(certain) };
}

/** What a database has printed; null where it is none, or was said to be something else. */
function asPrinted(text: string, { delimiter, quote = '"', starts, skip }: Partial<Dialect>): DialectGuess | null {
  if (starts === undefined && delimiter !== undefined) return null;
  const ruled = detectRuled(text.split(/\r\n|\r|\n/, rowsTried));
  if (!ruled || (starts !== undefined && starts.join() !== ruled.starts.join())) return null;
  return { delimiter: ',', quote, ruled: ruled.by, starts: ruled.starts, skip: skip ?? ruled.skip, confidence: 0.9 };
}

/** A first line that tells Excel what stands between the values. */
const toldToExcel = /^\ufeff?"?sep=(.)"?(?:\r\n|\r|\n)/i;

function asTold(text: string, delimiter: string, fixed: Partial<Dialect>): DialectGuess {
  const below = text.replace(toldToExcel, '');
  const found = detectDialect(below, { delimiter, ...fixed });
  return { ...found, skip: found.skip + 1 };
}

/** Values as ="001", with which systems keep Excel from making numbers of identifiers. */
const hasFormulaTexts = (text: string): boolean =>
  /(?:^|[\r\n,;\t|^~])(?:="[^"\r\n]*"|"=""[^"\r\n]*""")(?=[\r\n,;\t|^~]|$)/.test(text);

interface Candidate {
  form: Form;
  /** Without blank lines and comments. */
  records: CsvRecord[];
  /** How many values most rows have. */
  columns: number;
  /** The share of rows that have so many. */
  share: number;
}

function confidenceOf({ columns, share, form }: Candidate): number {
  return columns < 2 ? 0.6 : form.starts ? share * 0.9 : share;
}

function best(text: string, form: Form, delimiters: readonly string[]): Candidate {
  const tried = delimiters.map((delimiter) => measure(text, { ...form, delimiter }));
  const score = (one: Candidate) =>
    one.columns < 2 || !makesTable(one) ? 0 : one.share + (isNamed(one) ? namedLead : 0);
  const winner = tried.reduce((ahead, next) => {
    const lead = score(next) - score(ahead);
    // About equally even: more columns say more (a decimal comma between semicolons makes an even table, too).
    if (Math.abs(lead) < 0.05) return next.columns > ahead.columns && score(next) > 0 ? next : ahead;
    return lead > 0 ? next : ahead;
  });
  return score(winner) > 0 || delimiters.length === 1 ? winner : oneColumn(text, form);
}

/** A header says more than evenness: decimal commas stand in each row, and in no header. */
const namedLead = 0.15;

function isNamed({ records, columns }: Candidate): boolean {
  const first = records.slice(0, rowsAbove).find(({ values }) => values.length === columns);
  return first?.values.every((value) => value.trim() !== '' && !/\d/.test(value)) ?? false;
}

/** No table: each line is a value, whatever stands in it. */
function oneColumn(text: string, form: Form): Candidate {
  const harmless = (delimiter: string) => {
    const { columns, share, records } = measure(text, { ...form, delimiter });
    const [first, ...rest] = records;
    // A header of several words is one, though no row has as many values.
    const named =
      first !== undefined && first.values.length > 1 && first.values.every((value) => /^[^\s\d]+$/.test(value));
    return columns === 1 && (share === 1 || (named && rest.every(({ values }) => values.length === 1)));
  };
  const delimiter = [',', '\t', '|', ';', '\u0001'].find(harmless) ?? ',';
  return { ...measure(text, { ...form, delimiter }), columns: 1, share: 1 };
}

function makesTable({ records, columns, share, form }: Candidate): boolean {
  const first = records[0];
  const headed = first?.values.length === columns && first.values.every((value) => value !== '' && !isTyped(value));
  const start = records.slice(0, rowsAbove).findIndex(({ values }) => values.length === columns);
  const table = records.slice(Math.max(0, start));
  const below = table.filter(({ values }) => values.length === columns).length;
  const even = share >= evenEnough || (start > 0 && below >= 2 && below >= table.length * evenEnough);
  return (even || headed) && !(form.delimiter === ',' && isDecimals(records));
}

/** One column of numbers with a decimal comma: a name, and then nothing but digits on both sides. */
function isDecimals(records: readonly CsvRecord[]): boolean {
  const [first, ...rest] = records;
  if (first?.values.length !== 1 || rest.length === 0) return false;
  return rest.every(
    ({ values }) =>
      values.length <= 2 && /^ *[+-]?\d+(?:\.\d*)?$/.test(values[0] ?? '') && /^\d* *$/.test(values[1] ?? ''),
  );
}

/** What is tried where the usual delimiters make no table. */
function further(text: string, form: Form): Candidate | null {
  const rare = best(text, form, unusual);
  if (rare.columns >= 2 && rare.share > 0.9) return rare;
  const typed = best(text, form, chinese);
  if (typed.columns >= 2 && typed.share === 1 && typed.records.length > 2 && isNamed(typed)) return typed;
  const starts = detectStarts(linesOf(text, form));
  if (starts) return measure(text, { ...form, starts });
  for (const { delimiter, columns } of doubtful) {
    const one = measure(text, { ...form, delimiter });
    const typed = one.records.slice(1).some(({ values }) => values.some(isTyped));
    if (one.share === 1 && one.columns >= columns && one.records.length > 2 && typed) return one;
  }
  return null;
}

function linesOf(text: string, { comment }: Form): string[] {
  const lines = text.split(/\r\n|\r|\n/, rowsTried * 4);
  return comment === undefined ? lines : lines.filter((line) => !line.trimStart().startsWith(comment));
}

/** A backslash before quotes instead of a second quote, where that leaves fewer rows without sense. */
function escaped(text: string, candidate: Candidate, fixed: Partial<Dialect>): Candidate {
  const { form } = candidate;
  if (fixed.escape !== undefined || form.starts || form.quote === '' || !text.includes(`\\${form.quote}`)) {
    return fixed.escape === '' ? measureAs(text, candidate, { ...form, escape: undefined }) : candidate;
  }
  const other = measureAs(text, candidate, { ...form, escape: '\\' });
  return broken(other) < broken(candidate) ? other : candidate;
}

/** So few rows with stray quotes are bad rows. */
const fewBroken = 3;

/** More rows have quotes that are right than quotes that are not. Without quotes everything would follow the rules. */
function quotesWell(text: string, candidate: Candidate): boolean {
  if (broken(candidate) < fewBroken) return true;
  const quoted = candidate.records.filter(({ from, to, malformed, mended }) => {
    return !malformed && !mended && text.slice(from, to).includes(candidate.form.quote);
  });
  return quoted.length >= broken(candidate);
}

/** Rows whose quotes follow no rule, or had to be made sense of. */
const broken = ({ records }: Candidate) => records.filter(({ malformed, mended }) => malformed || mended).length;

/** Quotes that are only characters of the text (5" of rain, 'Til Death) make rows that follow no rule. */
function withFittingQuote(text: string, candidate: Candidate, fixed: Partial<Dialect>): Candidate {
  if (fixed.quote !== undefined || candidate.form.starts || broken(candidate) === 0) return candidate;
  const others = candidate.form.quote === "'" ? ['"', ''] : [''];
  const tried = others.map((quote) => measureAs(text, candidate, { ...candidate.form, quote, escape: undefined }));
  const even = (one: Candidate) => one.columns === candidate.columns && one.share >= candidate.share;
  const better = tried.filter(
    (one) => even(one) && broken(one) < broken(candidate) && (one.form.quote !== '' || !quotesWell(text, candidate)),
  );
  return better[0] ?? candidate;
}

/** The same table in another form: a candidate that made none keeps its one column. */
function measureAs(text: string, candidate: Candidate, form: Form): Candidate {
  const { records, columns, share } = measure(text, form);
  return candidate.columns < 2 ? { ...candidate, form, records } : { form, records, columns, share };
}

function measure(text: string, form: Form): Candidate {
  const records = parseRecords(text, { ...form, skip: 0 }, rowsTried).filter(({ kind }) => kind === 'values');
  const counts = new Map<number, number>();
  for (const { values } of records) counts.set(values.length, (counts.get(values.length) ?? 0) + 1);
  const [columns, times] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [1, 0]);
  return { form, records, columns, share: records.length === 0 ? 0 : times / records.length };
}

/** What some lines, and not most, begin with. */
function possibleMark(text: string): string | undefined {
  const lines = text.split(/\r\n|\r|\n/, rowsTried * 2).filter((line) => line.trim() !== '');
  return marks.find((mark) => {
    const marked = lines.filter((line) => line.trimStart().startsWith(mark)).length;
    return marked > 0 && marked <= Math.max(lines.length * 0.8, lines.length - 2);
  });
}

/** Lines that begin with the mark and have as many values as the others are rows, or the header. */
function withoutFalseMark(text: string, candidate: Candidate): Candidate {
  const { comment, starts } = candidate.form;
  if (comment === undefined) return candidate;
  const plain = measureAs(text, candidate, { ...candidate.form, comment: undefined });
  if (starts) return candidate;
  const marked = plain.records.filter(({ values }) => values[0]?.trimStart().startsWith(comment));
  const fitting =
    candidate.columns < 2
      ? marked.filter(({ values }) => !values[0]?.trimStart().startsWith(`${comment} `))
      : marked.filter(({ values }) => values.length === candidate.columns);
  return marked.length === 0 || fitting.length * 2 > marked.length ? plain : candidate;
}

/** A quote stands at the beginning of a value and again at its end; an apostrophe inside a word does not count. */
function detectQuote(text: string): string {
  const counts = (quote: string) => {
    const open = new RegExp(`(?:^|[,;|\\t\\r\\n~^:]) ?${quote}`, 'g');
    const close = new RegExp(`${quote} ?(?:$|[,;|\\t\\r\\n~^:])`, 'g');
    return [text.match(open)?.length ?? 0, text.match(close)?.length ?? 0] as const;
  };
  const double = Math.min(...counts('"'));
  const single = counts("'");
  // 'Til Death opens nothing that is closed.
  const closed = Math.min(...single) >= Math.max(...single) * 0.9;
  return closed && Math.min(...single) > double * 2 ? "'" : '"';
}
