import { join, literal, type Sql, sql } from '../../warehouse/index.ts';

const yes = ['true', 't', 'yes', 'y', 'on', '1', 'ｙ', '是', '有', '真', '对', '√', '✓'];
const no = ['false', 'f', 'no', 'n', 'off', '0', 'ｎ', '否', '没有', '假', '错', '×', '✗'];
/** A word for nothing, but beside its opposite the other answer. */
const none = '无';
/** The form of a column in which it is one. */
const havingForm = '有';

/** How the answers of a column are written: `有` where 无 is its no, else null. */
export function booleanFormOf(values: readonly string[]): string | null {
  return values.some((value) => value.trim() === havingForm) ? havingForm : null;
}

/** Whether a word for nothing is a no in a column of this form. */
export const isNo = (format: string | null, value: string): boolean => format === havingForm && value.trim() === none;

/** The same in SQL; null for a column in which no word for nothing is one. */
export function isNoSql(format: string | null, read: Sql): Sql | null {
  return format === havingForm ? sql`trim(${read}) = ${literal(none)}` : null;
}

/** A text as yes or no, null where it is neither. */
export function booleanOf(format: string | null, read: Sql): Sql {
  const among = (words: readonly string[]) => sql`lower(trim(${read})) IN (${join(words.map(literal), ', ')})`;
  return sql`CASE WHEN ${among(yes)} THEN true WHEN ${among(format === havingForm ? [...no, none] : no)} THEN false END`;
}
