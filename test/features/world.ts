import type { Workspace } from '#engine/workspace/index.ts';
import type { Feature } from '#shared/features/index.ts';
import { addTable, hostileNames } from '#test/support/tables.ts';
import type { FactRow } from './oracle.ts';

/** Keys of clients; the list has one of them twice and a blank. */
export const clients = ['a', 'b', 'c'] as const;

export const listName = 'people';
/** Columns of the fact table by what the oracle calls them: their names are hostile. */
export const columns = {
  client: hostileNames[0],
  at: hostileNames[1],
  amount: hostileNames[2],
  rate: hostileNames[3],
  channel: hostileNames[5],
} as const satisfies Record<keyof FactRow, string>;

/** A client list and a fact table, as the client model of the workspace. */
export async function world(workspace: Workspace, rows: readonly FactRow[], at = 0): Promise<string> {
  const { datasets, definitions } = workspace.catalogue;
  const table = `facts ${at}`;
  if (!datasets.find(listName)) {
    const list = [...clients, 'a', ' '].map((key, i) => [key, `p${i}`]);
    await addTable(
      workspace,
      listName,
      ['id', 'name'].map((name) => ({ name, type: 'text' as const })),
      list,
    );
  }
  await addTable(
    workspace,
    table,
    [
      { name: columns.client, type: 'text' },
      { name: columns.at, type: 'timestamp' },
      { name: columns.amount, type: 'decimal', sensitivity: 'amount' },
      { name: columns.rate, type: 'number' },
      { name: columns.channel, type: 'text' },
    ],
    rows.map((row) => [row.client, row.at, row.amount, row.rate, row.channel]),
  );
  const body = {
    table: listName,
    key: { kind: 'field' as const, field: 'id' },
    facts: [{ table, field: columns.client }],
  };
  const [model] = definitions.list('clients');
  if (model) definitions.save('clients', model.id, model.version, model.name, body);
  else definitions.create('clients', 'clients', body);
  return table;
}

/** A feature with the columns' own names in place of the oracle's. */
export function written(feature: Feature, table: string): Feature {
  const name = (field: string) => columns[field as keyof FactRow];
  const tests = (all: Feature['filters']) => all.map((each) => ({ ...each, field: name(each.field) }));
  return {
    ...feature,
    table,
    field: feature.field === null ? null : name(feature.field),
    time: feature.time === null ? null : name(feature.time),
    filters: tests(feature.filters),
    part: tests(feature.part),
  };
}
