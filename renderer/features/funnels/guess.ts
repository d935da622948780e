import { type ClientsDefinition, rolesOf } from '#shared/clients/index.ts';
import type { FunnelDefinition } from '#shared/funnels/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { isIdentity } from '#shared/privacy/sensitivity.ts';

/** More values than this are no names of events. */
const manyEvents = 200;

/** The tables that can hold events: those linked to the client list, then the list itself. */
export function eventTables(datasets: readonly Dataset[], clients: ClientsDefinition): Dataset[] {
  return [...clients.facts.map(({ table }) => table), clients.table].flatMap(
    (name) => datasets.find((dataset) => dataset.name === name) ?? [],
  );
}

export const timeFields = ({ fields }: Dataset): Field[] =>
  fields.filter(({ type }) => type === 'timestamp' || type === 'date');

/** Fields whose values may be shown, as groups or as names of events. */
export const namingFields = ({ fields }: Dataset): Field[] =>
  fields.filter(
    ({ type, sensitivity }) =>
      (type === 'text' || type === 'boolean' || type === 'integer') &&
      !isIdentity(sensitivity) &&
      sensitivity !== 'birthDate' &&
      sensitivity !== 'amount',
  );

const likeEvents = /事件|环节|步骤|阶段|动作|活动|event|activity|action|step|stage|concept:name/i;

/** The field that most likely says what happened. */
export function guessEvent(dataset: Dataset): Field | null {
  const few = namingFields(dataset).filter(
    ({ type, approximateDistinct: n }) => type === 'text' && n >= 2 && n <= manyEvents,
  );
  return few.find(({ name }) => likeEvents.test(name)) ?? few[0] ?? namingFields(dataset)[0] ?? null;
}

/**
 * The field that most likely says when it happened: a time rather than a date, and of several the one with the most
 * values. When a case was opened is the same at all its steps: by that, any order of them would do.
 */
function guessTime(dataset: Dataset): Field | null {
  const times = timeFields(dataset);
  const moments = times.filter(({ type }) => type === 'timestamp');
  const among = moments.length > 0 ? moments : times;
  return among.reduce<Field | null>(
    (best, field) => (best && best.approximateDistinct >= field.approximateDistinct ? best : field),
    null,
  );
}

/** A funnel over a table, before it has steps; null where the table has no time. The time is that of the client model, where it names one. */
export function emptyFunnel(dataset: Dataset, clients?: ClientsDefinition): FunnelDefinition | null {
  const fact = clients?.facts.find(({ table }) => table === dataset.name);
  const said = fact && rolesOf(fact, dataset).when;
  const time = timeFields(dataset).find(({ name }) => name === said) ?? guessTime(dataset);
  if (!time) return null;
  return {
    scope: { kind: 'all' },
    table: dataset.name,
    time: time.name,
    entry: null,
    steps: [],
    order: 'sequential',
    window: null,
    sameTime: true,
    breakdown: null,
  };
}

/** The table that most likely holds events: one with a field that names them. */
export function guessTable(tables: readonly Dataset[]): Dataset | null {
  const timed = tables.filter((dataset) => timeFields(dataset).length > 0);
  return timed.find((dataset) => likeEvents.test(guessEvent(dataset)?.name ?? '')) ?? timed[0] ?? null;
}
