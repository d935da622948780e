import type { Field } from '#shared/intake/index.ts';
import {
  type ChosenTest,
  dateCodes,
  dateForms,
  type FormKind,
  numberCodes,
  numberForms,
  type Problem,
  textCodes,
} from '#shared/quality/index.ts';
import { join, literal, raw, type Sql, sql } from '../warehouse/index.ts';
import { passesSql } from './checks.ts';

/** A field with what it is held against. `value` is its column, or what stands for it in a query. */
export interface Aspect {
  readonly field: Field;
  readonly asOf: string;
  readonly test: ChosenTest | null;
  readonly forms: FormKind | null;
}

export const formsOf = { date: dateForms, number: numberForms } as const;

const never = sql`false`;

export const isNumeric = ({ field }: Pick<Aspect, 'field'>): boolean =>
  field.type === 'integer' || field.type === 'number' || field.type === 'decimal';
const blankCharacters = '[^\\s\\x{3000}\\x{a0}]';

/** Texts of nothing but spaces, wide ones and unbreakable ones included. */
export function blankSql({ field }: Aspect, value: Sql): Sql {
  if (field.type !== 'text') return never;
  return sql`CASE WHEN ${value} = '' THEN true WHEN unicode(${value}) IN (9, 10, 11, 12, 13, 32, 160, 12288) THEN NOT regexp_matches(${value}, ${literal(blankCharacters)}) ELSE false END`;
}

/** The codes that may stand for "not known" in a field of this type. */
export function codesSql({ field }: Aspect, value: Sql): Sql {
  switch (field.type) {
    case 'text':
      return sql`${value} IN (${join(textCodes.map(literal), ', ')})`;
    case 'integer':
    case 'number':
    case 'decimal':
      return sql`${value} IN (${join(numberCodes.map(String).map(raw), ', ')})`;
    case 'date':
    case 'timestamp':
      return sql`CAST(${value} AS DATE) IN (${join(
        dateCodes.map((code) => sql`CAST(${literal(code)} AS DATE)`),
        ', ',
      )})`;
    case 'time':
    case 'boolean':
    case 'other':
      return never;
  }
}

/** A filled value that fails its test, and is no code. */
export function invalidSql(aspect: Aspect, value: Sql): Sql {
  const { test, asOf } = aspect;
  if (!test?.applied) return never;
  return sql`NOT ${passesSql(test.kind, value, asOf)} AND ${value} IS NOT NULL AND NOT ${blankSql(aspect, value)} AND NOT coalesce(${codesSql(aspect, value)}, false)`;
}

/** Spaces at either end, two side by side, wide or unbreakable ones, tabs. */
export function spacesSql(aspect: Aspect, value: Sql): Sql {
  if (aspect.field.type !== 'text') return never;
  const odd = ['  ', '\u3000', '\u00a0', '\t'].map((space) => sql`contains(${value}, ${literal(space)})`);
  return sql`(prefix(${value}, ' ') OR suffix(${value}, ' ') OR ${join(odd, ' OR ')}) AND NOT ${blankSql(aspect, value)}`;
}

/** Letters or digits of full width. Those without any are told by their length in bytes. */
export function widthSql({ field }: Aspect, value: Sql): Sql {
  if (field.type !== 'text') return never;
  return sql`CASE WHEN strlen(${value}) = length(${value}) THEN false ELSE regexp_matches(${value}, '[０-９Ａ-Ｚａ-ｚ]') END`;
}

/** Whether a text is written in the form at a place of its kind, and in none before. */
export function formSql(kind: FormKind, place: number, value: Sql): Sql {
  const patterns = formsOf[kind].map(({ pattern }) => sql`regexp_matches(trim(${value}), ${literal(pattern)})`);
  const before = patterns.slice(0, place).map((pattern) => sql`NOT ${pattern}`);
  return join([patterns[place] ?? never, ...before], ' AND ');
}

/** What the rows of a problem are told by, besides the field itself. */
export interface Told {
  /** The place of the form that most rows have. */
  readonly mainForm: number;
  /** Spellings that are not the most frequent of their group. */
  readonly spellings: readonly string[];
  /** Codes that were found. */
  readonly codes: readonly string[];
}

/** The condition that the rows of a problem meet. Duplicates are no matter of a row by itself. Pure. */
export function problemSql(problem: Exclude<Problem, 'duplicate'>, aspect: Aspect, value: Sql, told: Told): Sql {
  const oneOf = (texts: readonly string[]) =>
    texts.length === 0
      ? never
      : sql`CAST(${value} AS VARCHAR) IN (${join(
          texts.map((text) => sql`${text}`),
          ', ',
        )})`;
  switch (problem) {
    case 'empty':
      return sql`(${value} IS NULL OR ${blankSql(aspect, value)})`;
    case 'invalid':
      return invalidSql(aspect, value);
    case 'code':
      return codeRowsSql(aspect, value, told.codes);
    case 'spaces':
      return spacesSql(aspect, value);
    case 'width':
      return widthSql(aspect, value);
    case 'spelling':
      return oneOf(told.spellings);
    case 'form':
      return aspect.forms === null
        ? never
        : sql`${value} IS NOT NULL AND NOT ${blankSql(aspect, value)} AND NOT (${formSql(aspect.forms, told.mainForm, value)})`;
  }
}

/** Codes travel as text: of numbers and days they are compared as what they are. */
function codeRowsSql({ field }: Aspect, value: Sql, codes: readonly string[]): Sql {
  if (codes.length === 0) return never;
  const values = join(
    codes.map((code) => sql`${code}`),
    ', ',
  );
  switch (field.type) {
    case 'date':
    case 'timestamp':
      return sql`CAST(CAST(${value} AS DATE) AS VARCHAR) IN (${values})`;
    case 'integer':
    case 'number':
    case 'decimal':
      return sql`CAST(${value} AS DOUBLE) IN (${join(
        codes.map((code) => raw(String(Number(code)))),
        ', ',
      )})`;
    default:
      return sql`${value} IN (${values})`;
  }
}
