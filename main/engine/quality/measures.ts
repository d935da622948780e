import type { Dataset } from '#shared/intake/index.ts';
import { dateCodes } from '#shared/quality/index.ts';
import { tableOf } from '../datasets/index.ts';
import { identifier, join, type Row, raw, type Sql, sql } from '../warehouse/index.ts';
import { day } from './checks.ts';
import {
  type Aspect,
  blankSql,
  codesSql,
  formSql,
  formsOf,
  invalidSql,
  isNumeric,
  spacesSql,
  widthSql,
} from './problems.ts';

/** What one reading of a field finds out. */
export interface Measures {
  readonly nulls: number;
  readonly blank: number;
  readonly invalid: number;
  readonly spaces: number;
  readonly width: number;
  readonly forms: readonly number[];
  /** The smallest and the largest number that is no code. */
  readonly low: number | null;
  readonly high: number | null;
  /** The newest possible day up to the as-of date. */
  readonly newest: string | null;
}

type Name = 'nulls' | 'blank' | 'invalid' | 'spaces' | 'width';

/** The conditions whose rows are counted, each told once. */
function countedOf(aspect: Aspect, value: Sql): [string, Sql][] {
  const counted: [Name, Sql][] = [['nulls', sql`${value} IS NULL`]];
  if (aspect.field.type === 'text')
    counted.push(
      ['blank', blankSql(aspect, value)],
      ['spaces', spacesSql(aspect, value)],
      ['width', widthSql(aspect, value)],
    );
  if (aspect.test?.applied) counted.push(['invalid', invalidSql(aspect, value)]);
  const { forms } = aspect;
  const inForms =
    forms === null
      ? []
      : formsOf[forms].map((_, place): [string, Sql] => [`form${place}`, formSql(forms, place, value)]);
  return [...counted, ...inForms];
}

const isDay = ({ field }: Aspect) => field.type === 'date' || field.type === 'timestamp';

function extremesOf(aspect: Aspect, value: Sql): [string, Sql][] {
  if (isNumeric(aspect)) {
    const number = sql`CAST(${value} AS DOUBLE)`;
    const others = sql`FILTER (WHERE NOT ${codesSql(aspect, value)} AND isfinite(${number}))`;
    return [
      ['low', sql`min(${number}) ${others}`],
      ['high', sql`max(${number}) ${others}`],
    ];
  }
  if (!isDay(aspect) || aspect.field.sensitivity === 'birthDate') return [];
  const real = dateCodes.map((code) => day(code));
  return [
    [
      'newest',
      sql`CAST(max(CAST(${value} AS DATE)) FILTER (WHERE CAST(${value} AS DATE) BETWEEN ${day('1900-01-01')} AND ${day(aspect.asOf)} AND CAST(${value} AS DATE) NOT IN (${join(real, ', ')})) AS VARCHAR)`,
    ],
  ];
}

/** One reading of the table for several fields. Pure. */
export function readingSql(dataset: Dataset, aspects: readonly Aspect[]): Sql {
  const columns = aspects.flatMap((aspect, i) => {
    const value = identifier('t', aspect.field.name);
    return [
      ...countedOf(aspect, value).map(([name, condition]) => named(name, i, sql`count(*) FILTER (WHERE ${condition})`)),
      ...extremesOf(aspect, value).map(([name, measure]) => named(name, i, measure)),
    ];
  });
  return sql`SELECT ${join(columns, ', ')} FROM ${tableOf(dataset)} t`;
}

/** The same of one field that has few values: each value is looked at once, however many rows have it. Pure. */
export function groupedSql(dataset: Dataset, aspect: Aspect): Sql {
  const value = sql`v`;
  const columns = [
    ...countedOf(aspect, value).map(([name, condition]) =>
      named(name, 0, sql`coalesce(sum(n) FILTER (WHERE ${condition}), 0)`),
    ),
    ...extremesOf(aspect, value).map(([name, measure]) => named(name, 0, measure)),
    sql`count(v) FILTER (WHERE NOT ${blankSql(aspect, value)}) AS values`,
    sql`max(n) FILTER (WHERE v IS NOT NULL AND NOT ${blankSql(aspect, value)}) AS top`,
  ];
  return sql`SELECT ${join(columns, ', ')} FROM ${valuesSql(dataset, aspect)}`;
}

/** The values of a field with their rows. */
export function valuesSql(dataset: Dataset, { field }: Aspect): Sql {
  return sql`(SELECT ${identifier('t', field.name)} AS v, count(*) AS n FROM ${tableOf(dataset)} t GROUP BY 1)`;
}

const named = (name: string, i: number, measure: Sql) => sql`${measure} AS ${raw(`${name}${i === 0 ? '' : `_${i}`}`)}`;

/** What a reading found of the field at a place. */
export function measuresOf(row: Row, { forms }: Aspect, i: number): Measures {
  const at = (name: string) => row[i === 0 ? name : `${name}_${i}`];
  const count = (name: string) => Number(at(name) ?? 0);
  const orNull = (name: string) => {
    const value = at(name);
    return value === null || value === undefined ? null : Number(value);
  };
  const newest = at('newest');
  return {
    nulls: count('nulls'),
    blank: count('blank'),
    invalid: count('invalid'),
    spaces: count('spaces'),
    width: count('width'),
    forms: forms === null ? [] : formsOf[forms].map((_, place) => count(`form${place}`)),
    low: orNull('low'),
    high: orNull('high'),
    newest: typeof newest === 'string' ? newest : null,
  };
}

/** How often each code occurs in each field: kept apart, because DuckDB skips what cannot hold one. Pure. */
export function codesFoundSql(dataset: Dataset, aspects: readonly Aspect[]): Sql | null {
  const each = aspects.flatMap((aspect, i) => {
    const { type } = aspect.field;
    if (type === 'time' || type === 'boolean' || type === 'other') return [];
    const value = identifier('t', aspect.field.name);
    const code = isDay(aspect) ? sql`CAST(CAST(${value} AS DATE) AS VARCHAR)` : sql`CAST(${value} AS VARCHAR)`;
    return [
      sql`SELECT ${raw(String(i))} AS place, ${code} AS code, count(*) AS n FROM ${tableOf(dataset)} t WHERE ${codesSql(aspect, value)} GROUP BY ALL`,
    ];
  });
  return each.length === 0 ? null : join(each, ' UNION ALL ');
}
