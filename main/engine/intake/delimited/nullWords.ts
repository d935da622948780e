import { join, literal, type Sql, sql } from '../../warehouse/index.ts';

/**
 * What people and systems write where a number, a date or a time is missing. Only in such columns: in a text it may be a
 * value, and is left as it stands.
 */
const words: readonly string[] = [
  ...[
    'n/a',
    '#n/a',
    'na',
    'nan',
    'nat',
    'null',
    '(null)',
    '<null>',
    '[null]',
    'none',
    'nil',
    '\\n',
    'missing',
    'unknown',
  ],
  ...['-', '--', '---', '—', '——', '－', '–', '/', '.', '?', '无', '空', '暂无', '未知', '缺失', '不详', '不适用'],
];
const known = new Set(words);
/** How any of them begins: nearly all values are told apart by their first character. */
const begins = new Set(words.flatMap((word) => [word.charAt(0), word.charAt(0).toUpperCase()]));

/** What cells are filled up with. */
export const blanks = ' \t\u00a0\u3000';

export const withoutBlanks = (value: string): string => value.replace(/^[ \t\u00a0\u3000]+|[ \t\u00a0\u3000]+$/g, '');

/** Cells of nothing but blanks say nothing, either; empty ones are none. */
export function isNullWord(value: string): boolean {
  const first = value.charAt(0);
  if (!begins.has(first) && !blanks.includes(first)) return false;
  const bare = withoutBlanks(value);
  return bare === '' ? value !== '' : known.has(bare.toLowerCase());
}

export function isNullWordSql(read: Sql): Sql {
  return sql`lower(trim(${read}, ${literal(blanks)})) IN (${join(['', ...words].map(literal), ', ')})`;
}
