import type { StepOf } from '#shared/recipes/index.ts';
import { literal, raw, type Sql, sql } from '../../warehouse/index.ts';
import { asText, before, columnOf, notForStep, withPrepared } from '../columns.ts';
import type { Built, Column } from '../types.ts';
import { halfWidthSql, trimmedSql } from './spaces.ts';

/** 1899-12-30 and 1904-01-01: the days that Excel counts from, the first moved for the 29th of February 1900 that never was. */
const epochs = { '1900': '1899-12-30', '1904': '1904-01-01' } as const;

const year = '[12]\\d{3}';

/** Both marks of a day are the same: 2024-01/05 is a slip of which nobody knows what it should be. */
function ofMark(mark: string): string {
  return `${mark} *\\d{1,2} *${mark}`;
}

/** As databases and English Excel write months; whole words only, as the import reads them. */
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const months = 'janfebmaraprmayjunjulaugsepoctnovdec';
const anyYear = `(?:${year}|\\d{2})`;

const forms = {
  yearFirst: `${year} *(?:${ofMark('-')}|${ofMark('/')}|${ofMark('\\.')}|年 *\\d{1,2} *月) *\\d{1,2} *日?`,
  compact: `${year}\\d{4}`,
  yearLast: `\\d{1,2} *(?:${ofMark('-')}|${ofMark('/')}|${ofMark('\\.')}) *${year}`,
  dayMonth: `(?i)\\d{1,2}(?:-${month}-|/${month}/| ${month} )${anyYear}`,
  monthDay: `(?i)${month} \\d{1,2}, ?${year}`,
  compactTime: `${year}\\d{4}(?:[01]\\d|2[0-3])[0-5]\\d[0-5]\\d`,
} as const;
const clock = '[T ]+(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?$';

export function dates(step: StepOf<'dates'>, columns: readonly Column[]): Built {
  for (const field of step.fields) {
    const column = columnOf(columns, field);
    if (column.type === 'boolean' || column.type === 'time' || column.type === 'other') throw notForStep(column);
  }
  return withPrepared(columns, step.fields, prepared, (text, column) => read(text, column, step));
}

function prepared(column: Column): Sql {
  if (column.type === 'date' || column.type === 'timestamp') return before(column);
  const text = trimmedSql(halfWidthSql(asText(column)));
  // A column of numbers writes its whole days with a point.
  return column.type === 'text' ? text : sql`regexp_replace(${text}, '\\.0+$', '')`;
}

function read(x: Sql, { type }: Column, { to, order, serials }: StepOf<'dates'>): Sql {
  const native = raw(to === 'date' ? 'DATE' : 'TIMESTAMP');
  if (type === 'date' || type === 'timestamp') return sql`CAST(${x} AS ${native})`;
  // Few cells have a time of day: only those pay for looking at it.
  const timed = sql`contains(${x}, ':')`;
  const day = sql`CASE WHEN ${timed} THEN regexp_replace(${x}, ${literal(clock)}, '') ELSE ${x} END`;
  const written = sql`CASE WHEN ${x} IS NULL THEN NULL ${byForm(day, order)} END`;
  const counted = serials === 'none' ? sql`` : bySerial(x, serials, native);
  if (to === 'date') {
    return sql`CASE ${counted} WHEN ${matches(x, forms.compactTime)} THEN TRY_CAST(${compactDay(x)} AS DATE) ELSE TRY_CAST(${written} AS DATE) END`;
  }
  const time = sql`CASE WHEN ${timed} THEN ' ' || trim(regexp_extract(${x}, ${literal(clock)}), 'T ') ELSE '' END`;
  const seconds = sql`${x}[9:10] || ':' || ${x}[11:12] || ':' || ${x}[13:14]`;
  return sql`CASE ${counted} WHEN ${matches(x, forms.compactTime)} THEN TRY_CAST(${compactDay(x)} || ' ' || ${seconds} AS TIMESTAMP) ELSE TRY_CAST(CAST(TRY_CAST(${written} AS DATE) AS VARCHAR) || ${time} AS TIMESTAMP) END`;
}

const matches = (text: Sql, form: string): Sql => sql`regexp_full_match(${text}, ${literal(form)})`;
const compactDay = (text: Sql): Sql => sql`${text}[1:4] || '-' || ${text}[5:6] || '-' || ${text}[7:8]`;

/** A day as year-month-day, by the first form that it has. */
function byForm(day: Sql, order: 'dmy' | 'mdy'): Sql {
  const parts = sql`string_split(translate(${day}, '/. ', '--'), '-')`;
  const [second, third] = order === 'dmy' ? ['2', '1'] : ['1', '2'];
  const yearLast = sql`${parts}[3] || '-' || ${parts}[${raw(second ?? '2')}] || '-' || ${parts}[${raw(third ?? '1')}]`;
  return sql`WHEN ${matches(day, forms.yearFirst)} THEN translate(${day}, '/.年月日 ', '----')
    WHEN ${matches(day, forms.compact)} THEN ${compactDay(day)}
    WHEN ${matches(day, forms.yearLast)} THEN ${yearLast}
    WHEN ${matches(day, forms.dayMonth)} THEN ${named(day, '1', '2')}
    WHEN ${matches(day, forms.monthDay)} THEN ${named(day, '2', '1')}`;
}

/** A day with its month in words. Years of two digits are those from 1969 to 2068, as strptime takes them. */
function named(text: Sql, day: string, word: string): Sql {
  const part = (at: string) => sql`string_split(regexp_replace(${text}, '[-/ ,]+', '-', 'g'), '-')[${raw(at)}]`;
  const [last, letters] = [part('3'), sql`lower(${part(word)}[1:3])`];
  const whole = sql`CASE WHEN length(${last}) = 4 THEN '' WHEN ${last} < '69' THEN '20' ELSE '19' END || ${last}`;
  return sql`${whole} || '-' || ((strpos(${literal(months)}, ${letters}) + 2) // 3) || '-' || ${part(day)}`;
}

/** Five digits reach from 1927 to 2173; fewer would take 2024 for a day of 1905. What follows the point is the time of day. */
function bySerial(x: Sql, serials: keyof typeof epochs, native: Sql): Sql {
  const seconds = sql`CAST(round(TRY_CAST(${x} AS DOUBLE) * 86400) AS BIGINT)`;
  const moment = sql`CAST(${literal(epochs[serials])} AS TIMESTAMP) + to_seconds(${seconds})`;
  return sql`WHEN ${matches(x, '[1-9]\\d{4}(?:\\.\\d+)?')} THEN CAST(${moment} AS ${native})`;
}
