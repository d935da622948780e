import type { ReadableType } from '#shared/intake/index.ts';
import { isMobile } from '#shared/privacy/identifiers.ts';
import { toleratedMisfits } from '../limits.ts';
import { hasAmountName } from '../sensitivity.ts';
import { booleanFormOf, isNo } from './booleanWords.ts';
import { type DayForm, dayForms, dayIn, momentForms, offsetBehind, timeForms } from './dateForms.ts';
import { inShort, mixedReader } from './mixedDates.ts';
import { isNullWord, withoutBlanks } from './nullWords.ts';
import { numberFormOf } from './numberForms.ts';

/** A way to read the values of a column: a type and, for dates, the one form that all of them have. */
export interface ValueReader {
  readonly type: ReadableType;
  /** A strptime pattern, the marks of numbers or `有` for answers; null where the type says how it is read. */
  readonly format: string | null;
  /** Words that say that there is no value are read as none. */
  readonly nullWords?: boolean;
  /** Blanks stand around values, and belong to none of them. */
  readonly padded?: boolean;
}

interface Candidate extends ValueReader {
  readonly matches: (value: string) => boolean;
  /** Only for columns whose name speaks of dates: plain digits are more often a number. */
  readonly named?: true;
}

const text: ValueReader = { type: 'text', format: null };

/** Digits that a double holds exactly. Longer whole numbers are identifiers. */
const exactDigits = 15;

/** Whole numbers. Leading zeros and long digits make an identifier, which is text. */
function isInteger(value: string): boolean {
  const digits = /^ *[+-]?(0|[1-9]\d*) *$/.exec(value)?.[1];
  return digits !== undefined && digits.length <= exactDigits;
}

function isNumber(value: string): boolean {
  const parts = /^ *[+-]?(\d*)(\.\d*)?(e[+-]?\d{1,3})? *$/i.exec(value);
  if (!parts) return false;
  const [, whole = '', fraction = '', exponent] = parts;
  if (whole === '' && fraction.length < 2) return false;
  if (/^0\d/.test(whole)) return false;
  return fraction !== '' || exponent !== undefined || whole.length <= exactDigits;
}

const candidates: readonly Candidate[] = [
  ...dayForms.filter((form) => form.named).flatMap(dayCandidates),
  { type: 'integer', format: null, matches: isInteger },
  { type: 'number', format: null, matches: isNumber },
  { type: 'boolean', format: null, matches: (value) => /^(true|false)$/i.test(value) },
  ...timeForms.map(({ format, pattern }): Candidate => {
    return { type: 'time', format, matches: (value) => pattern.test(value) };
  }),
  ...dayForms.filter((form) => !form.named).flatMap(dayCandidates),
];

/** The day alone, and with each form of a time behind it. */
function dayCandidates(form: DayForm): Candidate[] {
  const whole = new RegExp(`^${form.pattern}$`, 'i');
  const named = form.named ? { named: form.named } : {};
  const days: Candidate = {
    type: 'date',
    format: form.format,
    matches: (value) => dayIn(form, whole.exec(value)),
    ...named,
  };
  const moments = momentForms(form).map(({ format, pattern, named: onlyNamed }): Candidate => {
    const matches = (value: string) => dayIn(form, pattern.exec(value));
    return { type: 'timestamp', format, matches, ...(onlyNamed ? { named: onlyNamed } : {}) };
  });
  return [days, ...moments];
}

const speaksOfCounts =
  /[数量笔人户件次总]数|数量|规模|[价额值]$|(?<![a-z])(?:count|qty|quantity|volume|price|total|value|number)s?(?![a-z])/i;
const speaksOfBirths = /生日|出生|birth|dob/i;
const speaksOfIdentifiers = /(?:[编代]码|[编代账]号|号码?|邮编|[证码])$|(?<![a-z])(?:id|no|nr|code|key|zip)$/i;
const speaksOfDates = /日期|时间|生日|[年月]日|日$|date|time|day|birth|_dt$|^dt_|^dt$/i;

/** The first way that reads every value; blanks say nothing, and N/A beside numbers or dates doesn't either. */
export const inferReader = (values: readonly string[], name: string): ValueReader => readerOf(distinctOf(values), name);

/** Of days and codes there are few, however many rows hold them: what is asked of all values is asked of these. */
export const distinctOf = (values: readonly string[]): readonly string[] => [...new Set(values)];

function readerOf(values: readonly string[], name: string): ValueReader {
  const reader = readerButTelephones(values, name);
  if (reader.type !== 'text') return reader;
  const said = values.filter((value) => !isNullWord(value));
  if (said.length === values.length) return reader;
  const other = readerButTelephones(said, name);
  return other.type === 'text' ? reader : { ...other, nullWords: true };
}

/** The first way that reads every value. Nobody adds up telephones, and a later one is written +86 138…: they are text. */
function readerButTelephones(values: readonly string[], name: string): ValueReader {
  const reader = readerOfAll(values, name);
  const filled = reader.type === 'integer' ? values.filter((value) => value !== '') : [];
  return filled.length > 0 && filled.every(isMobile) ? text : reader;
}

/**
 * The same where few values are of no type at all (n.n., 2024-13-45): they are slips, whose rows go to quarantine. What could be an
 * identifier is none of them. `distinct`: each of the values once.
 */
export function inferLeniently(values: readonly string[], name: string, distinct = distinctOf(values)): ValueReader {
  const reader = inferWithSlips(values, name, distinct);
  if (reader.type !== 'text' || !distinct.some(isPadded)) return reader;
  const unpadded = values.map(withoutBlanks);
  const bare = inferWithSlips(unpadded, name, distinctOf(unpadded));
  // A tab behind whole numbers keeps Excel from taking them for numbers: they are codes.
  const told = bare.type === 'integer' && distinct.some((value) => value.includes('\t'));
  return bare.type === 'text' || told ? reader : { ...bare, padded: true };
}

const isPadded = (value: string): boolean => /^[ \t\u00a0\u3000]|[ \t\u00a0\u3000]$/.test(value);

function inferWithSlips(values: readonly string[], name: string, distinct: readonly string[]): ValueReader {
  const reader = readerOf(distinct, name);
  if (reader.type !== 'text' || speaksOfIdentifiers.test(name)) return reader;
  const said = values.filter((value) => value !== '' && !isNullWord(value));
  const tolerated = toleratedMisfits(said.length);
  if (tolerated === 0) return reader;
  const misfits = new Set<number>();
  for (const [i, value] of values.entries()) {
    if (value === '' || isNullWord(value) || isTyped(value)) continue;
    misfits.add(i);
    if (misfits.size > tolerated) return reader;
  }
  return misfits.size === 0
    ? reader
    : inferReader(
        values.filter((_, i) => !misfits.has(i)),
        name,
      );
}

/** Day and month in either order make it text. */
function readerOfAll(values: readonly string[], name: string): ValueReader {
  // A year of two digits is of this century: of births it often isn't.
  const births = speaksOfBirths.test(name);
  let open = candidates.filter(
    ({ named, format }) => (!named || speaksOfDates.test(name)) && !(births && format?.includes('%y')),
  );
  const forms = open;
  let seen = false;
  for (const value of values) {
    if (value === '') continue;
    seen = true;
    if (open.every((candidate) => candidate.matches(value))) continue;
    open = open.filter((candidate) => candidate.matches(value));
    if (open.length === 0) return mixedDates(values, forms) ?? dressedReader(values, name);
  }
  const first = open[0];
  if (!seen || !first) return text;
  // Moments of several offsets from UTC, as they are written, are not in the order of time.
  if (first.type === 'timestamp' && !isOneZone(offsetsIn(values))) return text;
  // 03/04/2024: nothing tells which is the day.
  const ambiguous = open.some(
    (other) => other.type === first.type && other.format !== null && inShort(other.format) !== inShort(first.format),
  );
  return ambiguous && first.type !== 'integer' ? text : { type: first.type, format: first.format };
}

/** Years of two digits and plain digits are read only where nothing else stands beside them. */
function mixedDates(values: readonly string[], open: readonly Candidate[]): ValueReader | null {
  const sure = open.filter(
    ({ named, type, format }) => !named && /^date|^timestamp/.test(type) && !format?.includes('%y'),
  );
  const reader = mixedReader(values, sure);
  return reader?.type === 'timestamp' && !isOneZone(offsetsIn(values)) ? null : reader;
}

/** The offsets from UTC that moments are written with; '' for none. */
export const offsetsIn = (values: readonly string[]): ReadonlySet<string> =>
  new Set(values.filter((value) => value !== '' && !isNullWord(value)).map((value) => sameOffset(value)));

/** Where clocks are put forward in summer, a place has two offsets, an hour apart. */
function isOneZone(offsets: ReadonlySet<string>): boolean {
  if (offsets.size < 2) return true;
  const minutes = [...offsets].map((offset) => Number(`${offset.slice(0, 1)}1`) * minutesIn(offset.slice(1)));
  return !offsets.has('') && Math.max(...minutes) - Math.min(...minutes) <= 60;
}

const minutesIn = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(2));

/** Z and +0000 are the same. */
function sameOffset(value: string): string {
  const offset = offsetBehind.exec(value.trim())?.[1] ?? '';
  return offset === 'Z' ? '+00' : offset.replace(':', '').replace(/(?<=^.\d\d)00$/, '');
}

/** Numbers with marks are looked for where nothing else fits. */
function dressedReader(values: readonly string[], name: string): ValueReader {
  const format = numberFormOf(values, hasAmountName(name) || speaksOfCounts.test(name));
  return format === null ? text : { type: 'number', format };
}

/** The way to read values as a type that was chosen: the form of dates that most of the values have. */
export function readerFor(type: ReadableType, values: readonly string[]): ValueReader {
  if (type === 'text') return readerForWritten(type, values);
  if (values.some(isPadded)) return { ...readerFor(type, values.map(withoutBlanks)), padded: true };
  const answers = type === 'boolean' ? booleanFormOf(values) : null;
  const said = values.filter((value) => !isNullWord(value) || isNo(answers, value));
  const reader = type === 'boolean' ? { type, format: answers } : readerForWritten(type, said);
  return said.length === values.length ? reader : { ...reader, nullWords: true };
}

function readerForWritten(type: ReadableType, values: readonly string[]): ValueReader {
  // What is no number goes to quarantine, and has no say in how the others are written.
  if (type === 'number') return { type, format: numberFormOf(values.filter(isTyped), true) };
  if (type !== 'date' && type !== 'timestamp' && type !== 'time') return { type, format: null };
  const filled = values.filter((value) => value !== '').slice(0, 1000);
  const counted = candidates
    .filter((candidate) => candidate.type === type)
    .map((candidate) => ({ candidate, hits: filled.filter(candidate.matches).length }));
  const best = counted.reduce((most, next) => (next.hits > most.hits ? next : most));
  const mixed = best.hits < filled.length ? mixedDates(filled, candidates) : null;
  if (mixed?.type === type) return mixed;
  return { type, format: best.hits > 0 ? best.candidate.format : null };
}

/** Numbers with marks that make them easier to read. */
const dressedNumber =
  /^ *[-+(]?(?:[¥￥$€£]|CNY|RMB|USD|EUR)? ?[-+]?\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+|(?: \d{3})+|(?:'\d{3})+)?(?:[.,]\d+)? ?(?:[元万亿%]|万元|亿元|CNY|RMB)?-?\)? *$/;

/** True for a value that is more than a word: a number, an identifier of digits, a date, a time. */
export function isTyped(value: string): boolean {
  if (dressedNumber.test(value)) return true;
  return /^ *[+-]?\d+ *$/.test(value) || candidates.some((candidate) => !candidate.named && candidate.matches(value));
}
