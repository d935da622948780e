import type { StepOf } from '#shared/recipes/index.ts';
import { literal, raw, type Sql, sql } from '../../warehouse/index.ts';
import { asText, before, columnOf, notForStep, withValues } from '../columns.ts';
import type { Built, Column } from '../types.ts';
import { letting } from './letting.ts';
import { halfWidthSql, trimmedSql } from './text.ts';

const clock = '(?:[T\\s]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?)?';
const year = '([12]\\d{3})';

/** Each form with the order of its groups. A mark between day, month and year is the same twice, or 年, 月 and 日. */
const forms = {
  ymd: `^${year}\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?${clock}$`,
  compact: `^${year}(\\d{2})(\\d{2})(?:T?(\\d{2}):?(\\d{2}):?(\\d{2})?)?$`,
  dayFirst: `^(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})\\s*[-/.]\\s*${year}${clock}$`,
} as const;

const clockGroups = ['h', 'i', 's'];

/** 1899-12-30 and 1904-01-01: the days that Excel counts from, the first moved for the 29th of February 1900 that never was. */
const epochs = { '1900': '1899-12-30', '1904': '1904-01-01' } as const;

export function dates(step: StepOf<'dates'>, columns: readonly Column[]): Built {
  const native = step.to === 'date' ? 'DATE' : 'TIMESTAMP';
  for (const field of step.fields) {
    const column = columnOf(columns, field);
    if (column.type === 'boolean' || column.type === 'time' || column.type === 'other') throw notForStep(column);
  }
  const read = (column: Column): Sql => {
    if (column.type === 'date' || column.type === 'timestamp') return sql`CAST(${before(column)} AS ${raw(native)})`;
    const text = trimmedSql(halfWidthSql(asText(column)));
    // A column of numbers writes its whole days with a point.
    const bare = column.type === 'text' ? text : sql`regexp_replace(${text}, '\\.0+$', '')`;
    return letting('x', bare, (x) => readDate(x, step, native));
  };
  return { shape: 'cells', columns: withValues(columns, step.fields, read, { reads: true }) };
}

function readDate(x: Sql, { to, order, serials }: StepOf<'dates'>, native: string): Sql {
  const dayFirst = order === 'dmy' ? ['d', 'm', 'y'] : ['m', 'd', 'y'];
  const written = [
    byForm(x, forms.ymd, ['y', 'm', 'd'], to, native),
    byForm(x, forms.compact, ['y', 'm', 'd'], to, native),
    byForm(x, forms.dayFirst, dayFirst, to, native),
  ];
  const counted = serials === 'none' ? [] : [bySerial(x, serials, native)];
  const [a, b, c, d = sql`NULL`] = [...written, ...counted];
  return sql`coalesce(${a ?? sql`NULL`}, ${b ?? sql`NULL`}, ${c ?? sql`NULL`}, ${d})`;
}

function byForm(x: Sql, form: string, groups: readonly string[], to: 'date' | 'timestamp', native: string): Sql {
  const names = [...groups, ...clockGroups].map((name) => `'${name}'`).join(', ');
  return letting('p', sql`regexp_extract(${x}, ${literal(form)}, [${raw(names)}])`, (p) => {
    const day = sql`${p}.y || '-' || ${p}.m || '-' || ${p}.d`;
    if (to === 'date') return sql`TRY_CAST(${day} AS DATE)`;
    const padded = (part: 'h' | 'i' | 's') => sql`lpad(coalesce(nullif(${p}.${raw(part)}, ''), '0'), 2, '0')`;
    return sql`TRY_CAST(${day} || ' ' || ${padded('h')} || ':' || ${padded('i')} || ':' || ${padded('s')} AS ${raw(native)})`;
  });
}

/** Five digits reach from 1927 to 2173; fewer would take 2024 for a day of 1905. What follows the point is the time of day. */
function bySerial(x: Sql, serials: keyof typeof epochs, native: string): Sql {
  const seconds = sql`CAST(round(TRY_CAST(${x} AS DOUBLE) * 86400) AS BIGINT)`;
  const moment = sql`CAST(${literal(epochs[serials])} AS TIMESTAMP) + to_seconds(${seconds})`;
  return sql`CASE WHEN regexp_full_match(${x}, '[1-9]\\d{4}(?:\\.\\d+)?') THEN CAST(${moment} AS ${raw(native)}) END`;
}
