import type { ClientsDefinition } from '#shared/clients/index.ts';
import { type Constant, constantsOf, type Predicate } from '#shared/conditions/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { FunnelDefinition, FunnelStep } from '#shared/funnels/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import type { ComparedConstant } from '#shared/privacy/parameters.ts';
import { type ClientBase, factOf, keyOf, keySql } from '../clients/index.ts';
import { matchSql } from '../conditions/index.ts';
import { fieldOf, tableOf } from '../datasets/index.ts';
import { identifier, join, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';

/** Whose entries count: `condition` is over the rows of the client base (alias t); null for all clients. */
export interface StepsScope {
  readonly condition: Sql | null;
}

/** A funnel with its names looked up: expressions over the event table, alias e. */
export interface StepsPlan {
  readonly dataset: Dataset;
  /** Rows of the event table, for FROM. */
  readonly source: Sql;
  /** The client's key as text; null where blank. */
  readonly client: Sql;
  /** The entry within the client, as text; null where each client is one entry. */
  readonly entry: Sql | null;
  /** TIMESTAMP; a date is its midnight, what is not finite is null. */
  readonly time: Sql;
  /** One condition a step, for a FILTER: where it is null the step is not met. */
  readonly conditions: readonly Sql[];
  /** Whether any step is met, for the WHERE of `source`. */
  readonly met: Sql;
  /** As text; taken from the row of the first step. */
  readonly breakdown: Sql | null;
  /** Keys of the clients that count, as a query of one column; null where each key of the event table is a client. */
  readonly clients: Sql | null;
  /** Whether `clients` is more than a look-up of the client list, so that it is worth asking first. */
  readonly narrow: boolean;
  readonly tables: readonly Dataset[];
  readonly compared: readonly ComparedConstant[];
}

/**
 * Looks up all that a funnel names. The event table is a linked one, or the client list itself: then all of its rows are
 * events, not only the first of each client. Fails with what has gone, by name, and in words for what makes no funnel.
 */
export function planSteps(
  workspace: Workspace,
  model: ClientsDefinition,
  base: ClientBase,
  definition: FunnelDefinition,
  scope: StepsScope,
): StepsPlan {
  const { list } = base;
  if (list.key === null) throw new AppError('validation', 'funnelNeedsKey', { table: list.dataset.name });
  if (definition.steps.length === 0) throw new AppError('validation', 'funnelNoSteps');
  if (definition.window?.size === 0) throw new AppError('validation', 'funnelWindowZero');
  const isList = definition.table === list.dataset.name;
  const { dataset, key } = isList ? { ...list, key: list.key } : factOf(workspace, model, definition.table);
  const entry = definition.entry === null ? null : keyOf(workspace, dataset, definition.entry);
  const breakdown = definition.breakdown === null ? null : fieldOf(dataset, definition.breakdown);
  const compared: ComparedConstant[] = [];
  const asked = (name: string, test: Predicate): Sql => {
    const field = fieldOf(dataset, name);
    compared.push(...constantsOf(test).map((value) => ({ value, sensitivity: field.sensitivity })));
    return matchSql(identifier('e', field.name), field, test);
  };
  const conditions = definition.steps.map(
    ({ all }) =>
      sql`(${join(
        all.map(({ field, test }) => asked(field, test)),
        ' AND ',
      )})`,
  );
  const named = valuesNamed(definition.steps);
  return {
    dataset,
    source: sql`${tableOf(dataset)} e`,
    client: keySql('e', key),
    entry: entry && keySql('e', entry),
    time: timeSql(fieldOf(dataset, definition.time)),
    conditions,
    met: named ? asked(named.field, { op: 'in', values: named.values }) : join(conditions, ' OR '),
    breakdown: breakdown && sql`CAST(${identifier('e', breakdown.name)} AS VARCHAR)`,
    clients: clientKeys(base, list.key, scope, isList),
    narrow: scope.condition !== null,
    tables: isList ? [dataset] : [list.dataset, dataset],
    compared,
  };
}

function timeSql(field: Field): Sql {
  if (field.type !== 'date' && field.type !== 'timestamp') {
    throw new AppError('validation', 'funnelTimeField', { field: field.name, type: field.type });
  }
  const time = sql`CAST(${identifier('e', field.name)} AS TIMESTAMP)`;
  return sql`CASE WHEN isfinite(${time}) THEN ${time} END`;
}

/** All clients need no cut to one row each: a key is on the list or it is not. */
function clientKeys(base: ClientBase, key: Field, { condition }: StepsScope, isList: boolean): Sql | null {
  if (condition !== null) return sql`SELECT ${keySql('t', key)} AS k FROM ${base.source} WHERE ${condition}`;
  return isList ? null : sql`SELECT ${keySql('t', key)} AS k FROM ${tableOf(base.list.dataset)} t`;
}

/** Where each step is an event's name in one and the same field: that field, and all the names. It is one look, not one a step. */
function valuesNamed(steps: readonly FunnelStep[]): { field: string; values: Constant[] } | null {
  const tests = steps.flatMap(({ all }) => all);
  const [first] = tests;
  const values = tests.flatMap(({ test }) => (test.op === 'eq' ? [test.value] : test.op === 'in' ? test.values : []));
  const plain = ({ field, test }: FunnelStep['all'][number]) =>
    field === first?.field && (test.op === 'eq' || test.op === 'in');
  return first && tests.length === steps.length && tests.every(plain)
    ? { field: first.field, values: [...new Set(values)] }
    : null;
}
