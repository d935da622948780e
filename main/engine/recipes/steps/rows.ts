import { AppError } from '#shared/errors/index.ts';
import type { StepOf } from '#shared/recipes/index.ts';
import { predicateSql } from '../../conditions/index.ts';
import { join, raw, type Sql, sql } from '../../warehouse/index.ts';
import { added, before, columnOf, columnOfType, numeric, originsOf, refuseBadNames, untouched } from '../columns.ts';
import type { Built, Column, Stage } from '../types.ts';

export function filter({ action, combine, conditions }: StepOf<'filter'>, columns: readonly Column[]): Built {
  const tests = conditions.map(({ field, test }) => {
    const column = columnOf(columns, field);
    return predicateSql(before(column), column, test);
  });
  // A predicate is never null, so what is dropped is exactly what would not be kept.
  const met = sql`(${join(tests, combine === 'and' ? ' AND ' : ' OR ')})`;
  const about = conditions.map(({ field }) => field);
  return { shape: 'rows', keep: action === 'keep' ? met : sql`NOT ${met}`, keepsOrder: true, about };
}

export function dedupe({ keys, keep }: StepOf<'dedupe'>, columns: readonly Column[]): Built {
  const parts = keys.map((key) => before(columnOf(columns, key)));
  const blank = join(
    parts.map((part) => sql`${part} IS NULL`),
    ' AND ',
  );
  const first = sql`row_number() OVER (PARTITION BY ${join(parts, ', ')} ORDER BY ${orderOf(keep, columns)}) = 1`;
  const about = [...keys, ...('field' in keep ? [keep.field] : [])];
  return { shape: 'rows', keep: sql`(${blank} OR ${first})`, keepsOrder: false, about };
}

function orderOf(keep: StepOf<'dedupe'>['keep'], columns: readonly Column[]): Sql {
  switch (keep.kind) {
    case 'first':
      return sql`s.rowid`;
    case 'last':
      return sql`s.rowid DESC`;
    case 'largest':
    case 'smallest': {
      const by = before(columnOf(columns, keep.field));
      return sql`${by} ${raw(keep.kind === 'largest' ? 'DESC' : 'ASC')} NULLS LAST, s.rowid`;
    }
  }
}

export function outliers({ fields, by, action }: StepOf<'outliers'>, { columns, name }: Stage): Built {
  const tested = fields.map((field) => columnOfType(columns, field, numeric));
  if (by.kind === 'quantiles' && by.low >= by.high) throw new AppError('validation', 'recipeQuantiles');
  const [low, high] = by.kind === 'quantiles' ? [by.low, by.high] : [0.25, 0.75];
  const fences = tested.map((column, i) => {
    const value = sql`CAST(${before(column)} AS DOUBLE)`;
    const at = (share: number) => sql`quantile_cont(${value}, ${raw(String(share))})`;
    const reach = by.kind === 'iqr' ? sql`${raw(String(by.factor))} * (${at(high)} - ${at(low)})` : sql`0`;
    return sql`${at(low)} - ${reach} AS ${raw(`l${i}`)}, ${at(high)} + ${reach} AS ${raw(`h${i}`)}`;
  });
  const outside = tested.map(
    (column, i) => sql`${before(column)} < f.${raw(`l${i}`)} OR ${before(column)} > f.${raw(`h${i}`)}`,
  );
  const joins = sql` CROSS JOIN (SELECT ${join(fences, ', ')} FROM ${name} s) f`;
  const out = sql`coalesce(${join(outside, ' OR ')}, false)`;
  if (action.kind === 'drop') return { shape: 'rows', keep: sql`NOT ${out}`, joins, keepsOrder: false, about: fields };
  const flag = added(action.into, out, originsOf(tested));
  refuseBadNames([...columns.map((column) => column.name), action.into]);
  return { shape: 'cells', columns: [...columns.map(untouched), flag], joins, about: fields };
}
