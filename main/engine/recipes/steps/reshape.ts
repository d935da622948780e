import { AppError } from '#shared/errors/index.ts';
import { isMasked } from '#shared/privacy/sensitivity.ts';
import { mostPivotColumns, type StepOf } from '#shared/recipes/index.ts';
import { columnNames } from '../../intake/index.ts';
import {
  identifier,
  join,
  literal,
  type QueryOptions,
  raw,
  type Session,
  type Sql,
  sql,
} from '../../warehouse/index.ts';
import { asText, before, columnOf, columnOfType, numeric, originsOf, refuseBadNames } from '../columns.ts';
import { withChain } from '../stage.ts';
import type { Built, Column, Stage } from '../types.ts';

export async function unpivot(
  step: StepOf<'unpivot'>,
  stage: Stage,
  session: Session,
  options: QueryOptions,
): Promise<Built> {
  const { columns, name } = stage;
  const { nameInto, valueInto, dropEmpty } = step;
  const fields = [...new Set(step.fields)];
  const gathered = fields.map((field) => columnOf(columns, field));
  const others = columns.filter((column) => !gathered.includes(column));
  const made = [
    ...others,
    { name: nameInto, origins: [], altered: false },
    { name: valueInto, origins: originsOf(gathered), altered: gathered.some(({ altered }) => altered) },
  ];
  refuseBadNames(made.map((each) => each.name));
  const same = gathered.every(({ native }) => native === gathered[0]?.native);
  const together = same || gathered.every(({ type }) => numeric.includes(type));
  if (together && !same) await refuseLostDigits(gathered, stage, session, options);
  const values = join(
    gathered.map((column) => (together ? before(column) : asText(column))),
    ', ',
  );
  const list = join(fields.map(literal), ', ');
  const count = raw(String(fields.length));
  const kept = others.map((column, i) => sql`, ${before(column)} AS ${raw(`k${i}`)}`).reduce(append, sql``);
  const out = others.map((column, i) => sql`, ${raw(`k${i}`)} AS ${identifier(column.name)}`).reduce(append, sql``);
  const inner = sql`SELECT s.rowid AS r${kept}, [${values}] AS vs, unnest(range(1, ${count} + 1)) AS i FROM ${name} s`;
  const where = dropEmpty ? sql` WHERE vs[i] IS NOT NULL` : sql``;
  return {
    shape: 'table',
    query: sql`SELECT r * ${count} + i - 1 AS rowid${out}, [${list}][i] AS ${identifier(nameInto)}, vs[i] AS ${identifier(valueInto)} FROM (${inner})${where}`,
    columns: made,
    about: fields,
  };
}

/** Beside numbers of 15 digits exact ones become such: one that would be another number then is refused, not changed. */
async function refuseLostDigits(
  gathered: readonly Column[],
  stage: Stage,
  session: Session,
  options: QueryOptions,
): Promise<void> {
  const exact = gathered.filter(({ type }) => type !== 'number');
  if (exact.length === gathered.length) return;
  const lost = exact.map((column, i) => {
    const native = raw(column.native);
    const changed = sql`TRY_CAST(CAST(${before(column)} AS DOUBLE) AS ${native}) IS DISTINCT FROM ${before(column)}`;
    return sql`bool_or(${changed}) AS ${raw(`l${i}`)}`;
  });
  const [found] = await session.rows(withChain(stage, sql`SELECT ${join(lost, ', ')} FROM ${stage.name} s`), options);
  const field = exact.find((_, i) => found?.[`l${i}`] === true);
  if (field) throw new AppError('validation', 'recipeUnpivotDigits', { field: field.name });
}

const append = (all: Sql, next: Sql): Sql => sql`${all}${next}`;

/** Asks for the values that become columns first: a statement has its columns before it runs. */
export async function pivot(
  step: StepOf<'pivot'>,
  stage: Stage,
  session: Session,
  options: QueryOptions,
): Promise<Built> {
  const { columns, name } = stage;
  const rows = [...new Set(step.rows)].map((field) => columnOf(columns, field));
  const names = columnOf(columns, step.names);
  const needsNumbers = step.aggregate === 'sum' || step.aggregate === 'mean';
  const values = needsNumbers ? columnOfType(columns, step.values, numeric) : columnOf(columns, step.values);
  if (names.origins.some(({ sensitivity }) => isMasked(sensitivity))) {
    throw new AppError('permission', 'recipePivotWithheld', { field: names.name });
  }
  const found = await session.rows(
    withChain(
      stage,
      sql`SELECT DISTINCT ${asText(names)} AS v FROM ${name} s WHERE ${asText(names)} IS NOT NULL ORDER BY v LIMIT ${mostPivotColumns + 1}`,
    ),
    options,
  );
  if (found.length > mostPivotColumns) {
    throw new AppError('validation', 'recipePivotWide', { field: names.name, limit: mostPivotColumns });
  }
  const keys = found.map(({ v }) => String(v));
  const keepsValues = ['min', 'max', 'first'].includes(step.aggregate);
  const all = columnNames([...rows.map((column) => column.name), ...keys]);
  const made = all.slice(rows.length);
  const cells = keys.map(
    (key, i) =>
      sql`, ${aggregate(step.aggregate, values)} FILTER (WHERE ${asText(names)} = ${key}) AS ${identifier(made[i] ?? key)}`,
  );
  const group = rows.map((column) => sql`, ${before(column)} AS ${identifier(column.name)}`).reduce(append, sql``);
  return {
    shape: 'table',
    query: sql`SELECT min(s.rowid) AS rowid${group}${cells.reduce(append, sql``)} FROM ${name} s GROUP BY ${join(rows.map(before), ', ')}`,
    columns: [
      ...rows,
      ...made.map((each) => ({ name: each, origins: originsOf([values]), altered: values.altered || !keepsValues })),
    ],
    about: [...rows.map((column) => column.name), names.name, values.name],
  };
}

function aggregate(kind: StepOf<'pivot'>['aggregate'], column: Column): Sql {
  const value = before(column);
  switch (kind) {
    case 'sum':
      // Compensated: a plain sum of doubles depends on the order in which the parts are added.
      return column.type === 'number' ? sql`fsum(${value})` : sql`sum(${value})`;
    case 'mean':
      return sql`favg(CAST(${value} AS DOUBLE))`;
    case 'min':
      return sql`min(${value})`;
    case 'max':
      return sql`max(${value})`;
    case 'count':
      return sql`count(${value})`;
    case 'first':
      return sql`arg_min(${value}, s.rowid)`;
  }
}
