import { AppError } from '#shared/errors/index.ts';
import { textTests } from '#shared/quality/index.ts';
import type { FunctionName } from '#shared/recipes/index.ts';
import { passesSql } from '../../quality/index.ts';
import { join, raw, type Sql, sql } from '../../warehouse/index.ts';
import { literalFor } from './literals.ts';
import { isDay, isNumber, type Kind, refuse, type Typed } from './typed.ts';

/** A call of a function. The number of its values was checked when it was read. */
export function call(name: FunctionName, of: readonly Typed[], at: number): Typed {
  const [first = nothing, second = nothing, third = nothing] = of;
  const text = (typed: Typed): Sql => {
    if (typed.kind !== 'text' && typed.kind !== 'empty') throw refuse(at, name, typed.kind);
    return sql`CAST(${typed.value} AS VARCHAR)`;
  };
  const number = (typed: Typed): Sql => {
    if (!isNumber(typed.kind)) throw refuse(at, name, typed.kind);
    return typed.value;
  };
  const whole = (typed: Typed): Sql => {
    if (typed.kind !== 'integer' && typed.kind !== 'empty') throw refuse(at, name, typed.kind);
    return sql`CAST(${typed.value} AS BIGINT)`;
  };
  const day = (typed: Typed): Sql => {
    const read = literalFor(typed, 'date');
    if (!isDay(read.kind)) throw refuse(at, name, typed.kind);
    return sql`CAST(${read.value} AS DATE)`;
  };
  switch (name) {
    case 'if': {
      if (first.kind !== 'boolean' && first.kind !== 'empty') throw refuse(at, name, first.kind);
      const kind = common([second, third], at, name);
      return { kind, value: sql`CASE WHEN ${first.value} THEN ${second.value} ELSE ${third.value} END` };
    }
    case 'coalesce':
      return { kind: common(of, at, name), value: sql`coalesce(${listed(of)})` };
    case 'min':
    case 'max': {
      const kind = common(of, at, name);
      return { kind, value: sql`${raw(name === 'min' ? 'least' : 'greatest')}(${listed(of)})` };
    }
    case 'isnull':
      return { kind: 'boolean', value: sql`(${first.value} IS NULL)` };
    case 'isvalid':
      return { kind: 'boolean', value: validity(first, second, at) };
    case 'round': {
      // DuckDB needs the places of a decimal before it runs.
      const places = second === nothing ? 0 : Number(second.node?.kind === 'number' ? second.node.text : Number.NaN);
      if (!Number.isInteger(places) || places > 15) throw refuse(at, name, second.kind);
      return { kind: first.kind, value: sql`round(${number(first)}, ${raw(String(places))})` };
    }
    case 'abs':
      return { kind: first.kind, value: sql`abs(${number(first)})` };
    case 'length':
      return { kind: 'integer', value: sql`length(${text(first)})` };
    case 'upper':
      return { kind: 'text', value: sql`upper(${text(first)})` };
    case 'lower':
      return { kind: 'text', value: sql`lower(${text(first)})` };
    case 'trim':
      return { kind: 'text', value: sql`trim(${text(first)})` };
    case 'substring': {
      const from = sql`greatest(1, ${whole(second)})`;
      const count = third === nothing ? sql`` : sql`, greatest(0, ${whole(third)})`;
      return { kind: 'text', value: sql`nullif(substring(${text(first)}, ${from}${count}), '')` };
    }
    case 'contains':
      return { kind: 'boolean', value: sql`coalesce(contains(${text(first)}, ${text(second)}), false)` };
    case 'concat':
      return { kind: 'text', value: sql`nullif(concat(${listed(of)}), '')` };
    case 'datediff':
      return { kind: 'integer', value: between(day(first), day(second), third, at) };
    case 'year':
      return { kind: 'integer', value: sql`year(${day(first)})` };
    case 'month':
      return { kind: 'integer', value: sql`month(${day(first)})` };
    case 'day':
      return { kind: 'integer', value: sql`day(${day(first)})` };
    case 'number':
      return { kind: 'number', value: finite(sql`TRY_CAST(${first.value} AS DOUBLE)`) };
    case 'text':
      return { kind: 'text', value: sql`CAST(${first.value} AS VARCHAR)` };
    case 'date':
      return { kind: 'date', value: dayOf(first) };
  }
}

/** What is written `nan` or `infinity` is no number and no day. A lambda, because calls within calls would double each time. */
const finite = (value: Sql): Sql => sql`list_transform([${value}], lambda x: CASE WHEN isfinite(x) THEN x END)[1]`;

/** Whether a value passes one of the tests of quality. An ID number may be of anyone born by now, whenever that is. */
function validity(of: Typed, test: Typed, at: number): Sql {
  const kind =
    test.node?.kind === 'text'
      ? textTests.find((each) => test.node?.kind === 'text' && test.node.value === each)
      : undefined;
  if (kind === undefined) throw refuse(at, 'isvalid', test.kind);
  if (!['text', 'integer', 'empty'].includes(of.kind)) throw refuse(at, 'isvalid', of.kind);
  const passes = (value: Sql) => passesSql(kind, value, '9999-12-31');
  if (of.node?.kind === 'field') return passes(of.value);
  return sql`list_transform([${of.value}], lambda x: ${passes(raw('x'))})[1]`;
}

/** As the step **type** reads a day: none called epoch, none before Christ. */
function dayOf({ kind, value }: Typed): Sql {
  const read =
    kind === 'text'
      ? sql`CASE WHEN regexp_matches(x, '^\\s*\\d') THEN TRY_CAST(x AS DATE) END`
      : sql`TRY_CAST(x AS DATE)`;
  const days = sql`list_transform([${value}], lambda x: ${read})`;
  return sql`list_transform(${days}, lambda x: CASE WHEN isfinite(x) AND year(x) > 0 THEN x END)[1]`;
}

const nothing: Typed = { kind: 'empty', value: sql`NULL` };

const listed = (of: readonly Typed[]): Sql =>
  join(
    of.map(({ value }) => value),
    ', ',
  );

/** Whole days, months or years that have passed from one day to the other; negative where it is earlier. */
function between(from: Sql, to: Sql, unit: Typed, at: number): Sql {
  const name = unit === nothing ? 'day' : unit.node?.kind === 'text' ? unit.node.value : '';
  if (!['day', 'month', 'year'].includes(name)) throw new AppError('validation', 'expressionUnit', { at });
  return sql`date_sub(${raw(`'${name}'`)}, ${from}, ${to})`;
}

const width: Readonly<Partial<Record<Kind, number>>> = { integer: 1, decimal: 2, number: 3, date: 1, timestamp: 2 };

/** What values of several kinds are together: numbers with numbers, days with days. */
function common(of: readonly Typed[], at: number, name: string): Kind {
  const kinds = of.map(({ kind }) => kind).filter((kind) => kind !== 'empty');
  const [first = 'empty'] = kinds;
  for (const kind of kinds) {
    const fits = kind === first || (isNumber(kind) && isNumber(first)) || (isDay(kind) && isDay(first));
    if (!fits) throw refuse(at, name, kind);
  }
  return kinds.reduce((widest, kind) => ((width[kind] ?? 0) > (width[widest] ?? 0) ? kind : widest), first);
}
