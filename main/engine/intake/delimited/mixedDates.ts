import type { ReadableType } from '#shared/intake/index.ts';

interface Read {
  readonly type: ReadableType;
  readonly format: string | null;
}

/** A form of dates or moments, as values.ts knows them. */
interface Form extends Read {
  readonly matches: (value: string) => boolean;
}

/** Between the forms of a column that has several; the empty one is DuckDB's own. */
const between = '|';
/** More of them are no column of dates. */
const mostForms = 4;

/** The forms that a format names. */
export const formsIn = (format: string | null): readonly (string | null)[] =>
  (format ?? '').split(between).map((form) => (form === '' ? null : form));

export const isMixed = (format: string | null): boolean => format?.includes(between) ?? false;

/** Words of a format that DuckDB does not know, or only in one writing. */
export const isChineseClock = (format: string | null): boolean => format !== null && /上午|时/.test(format);

/** Forms that read_csv cannot be told of. */
export const isBeyondReadCsv = (format: string | null): boolean => isMixed(format) || isChineseClock(format);

/**
 * How dates are read that are written in several forms, each of them as only one can be read: of 05/01/2024 alone nobody knows
 * the day. Null where that is not so of all.
 */
export function mixedReader(values: readonly string[], forms: readonly Form[]): Read | null {
  const shapes = new Map<string, string[]>();
  for (const value of new Set(values)) {
    if (value === '') continue;
    const shape = shapeOf(value);
    const alike = shapes.get(shape);
    if (alike) alike.push(value);
    else if (!forms.some((form) => form.matches(value)) || shapes.set(shape, [value]).size > mostShapes) return null;
  }
  const found: Form[] = [];
  for (const alike of shapes.values()) {
    const fitting = forms.filter((form) => alike.every((value) => form.matches(value)));
    const [first] = fitting;
    if (!first || fitting.some(({ format }) => inShort(format) !== inShort(first.format))) return null;
    if (!found.some(({ format }) => format === first.format)) found.push(first);
  }
  const type = found[0]?.type;
  if (type === undefined || found.length < 2 || found.length > mostForms) return null;
  // A day and a moment are not the same: the time of the day is not known, it is not midnight.
  if (found.some((form) => form.type !== type)) return null;
  return { type, format: found.map(({ format }) => format ?? '').join(between) };
}

const mostShapes = 40;

/** Years tell themselves from days by their four digits. */
const shapeOf = (value: string) => value.replace(/\d+/g, (digits) => (digits.length === 4 ? 'Y' : '9'));

/** May is both the name of a month and its short form. */
export const inShort = (format: string | null) => format?.replace('%B', '%b') ?? null;
