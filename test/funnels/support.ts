import type { Workspace } from '#engine/workspace/index.ts';
import type { FunnelDefinition, FunnelStep } from '#shared/funnels/index.ts';
import { addTable, hostileNames } from '#test/support/tables.ts';

export const clientTable = '客户 "清单"; --';
export const eventTable = "事件'流水";
export const names = {
  key: hostileNames[0],
  region: hostileNames[4],
  /** Of the event table. */
  client: hostileNames[1],
  loan: hostileNames[3],
  event: hostileNames[2],
  time: hostileNames[10],
  day: hostileNames[5],
  channel: hostileNames[6],
} as const;

export interface EventRow {
  readonly client: string | null;
  readonly loan: string | null;
  readonly event: string | null;
  readonly time: string | null;
  readonly channel: string | null;
}

/** A client list and a table of events with hostile names, linked. */
export async function addEvents(
  workspace: Workspace,
  clients: readonly (string | null)[],
  events: readonly EventRow[],
): Promise<void> {
  await addTable(
    workspace,
    clientTable,
    [
      { name: names.key, type: 'text' },
      { name: names.region, type: 'text' },
    ],
    clients.map((key, i) => [key, i % 2 === 0 ? 'N' : 'S']),
  );
  await addTable(
    workspace,
    eventTable,
    [
      { name: names.client, type: 'text' },
      { name: names.loan, type: 'text' },
      { name: names.event, type: 'text' },
      { name: names.time, type: 'timestamp' },
      { name: names.day, type: 'date' },
      { name: names.channel, type: 'text' },
    ],
    events.map(({ client, loan, event, time, channel }) => [
      client,
      loan,
      event,
      time,
      time === null ? null : time.slice(0, 10),
      channel,
    ]),
  );
  workspace.catalogue.definitions.create('clients', 'clients', {
    table: clientTable,
    key: { kind: 'field', field: names.key },
    facts: [{ table: eventTable, field: names.client }],
  });
}

export const step = (...events: string[]): FunnelStep => ({
  name: events.join('/'),
  all: [{ field: names.event, test: { op: 'in', values: events } }],
});

export const funnel = (steps: FunnelStep[], more: Partial<FunnelDefinition> = {}): FunnelDefinition => ({
  scope: { kind: 'all' },
  table: eventTable,
  time: names.time,
  entry: null,
  steps,
  order: 'sequential',
  window: null,
  sameTime: true,
  breakdown: null,
  ...more,
});
