import { type ClientsDefinition, rolesOf, suggestRoles, suggestSide } from '#shared/clients/index.ts';
import type { Provenance } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { isMasked } from '#shared/privacy/sensitivity.ts';
import { type Balance, recordsOf, sumOf } from '#shared/quality/index.ts';
import { clientBase, factOf, keySql } from '../clients/index.ts';
import { provenanceOf, tableOf, versionOf } from '../datasets/index.ts';
import { identifier, join, type QueryOptions, raw, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';

type Source = Balance['sources'][number];
type Channel = Source['channels'][number];

const mostChannels = 500;

/**
 * Where records and clients come from; see `quality.balance` of the contract. Over the imported datasets: what was computed
 * from them would count them twice. `model` null: there is no client model. `of`: only tables of that model.
 */
export async function channelBalance(
  workspace: Workspace,
  model: ClientsDefinition | null,
  of: 'all' | 'model',
  options: QueryOptions = {},
): Promise<{ result: Balance; provenance: Provenance }> {
  const started = performance.now();
  const linked = new Set(model?.facts.map(({ table }) => table));
  const all = workspace.catalogue.datasets.list();
  const counted = all.filter(({ name, derived }) =>
    of === 'all' ? derived === undefined : linked.has(name) || name === model?.table,
  );
  // A table of facts that was computed, as by merging lists, tells of clients all the same.
  const looked = all.filter((dataset) => counted.includes(dataset) || linked.has(dataset.name));
  const statements: Sql[] = [];
  const found = new Map<Dataset, Source>();
  for (const [i, dataset] of looked.entries()) {
    const { statement, source } = await sourceOf(workspace, dataset, model, options);
    if (statement) statements.push(statement);
    found.set(dataset, source);
    options.onProgress?.((i + 1) / (looked.length + 1));
  }
  const sources = counted.flatMap((dataset) => found.get(dataset) ?? []);
  const clients = model && (await clientsSql(workspace, model, [...found.values()], options));
  if (clients) statements.push(clients);
  const [row] = clients ? await workspace.warehouse.rows(clients, options) : [];
  const n = (value: unknown) => Number(value ?? 0);
  const result: Balance = {
    records: sumOf(sources.map(({ records }) => records)),
    clients: row
      ? {
          ...{ online: n(row.online), offline: n(row.offline), both: n(row.both) },
          ...{ unknown: n(row.neither), total: n(row.total) },
        }
      : null,
    sources,
  };
  return { result, provenance: provenanceOf(statements, [], looked.map(versionOf), started) };
}

async function sourceOf(
  workspace: Workspace,
  dataset: Dataset,
  model: ClientsDefinition | null,
  options: QueryOptions,
): Promise<{ statement: Sql | null; source: Source }> {
  const field = channelField(dataset, model);
  const statement = field === null ? null : channelsSql(dataset, field);
  const rows = statement ? await workspace.warehouse.rows(statement, options) : [{ value: null, n: dataset.rows }];
  const channels = rows.map(({ value, n }) =>
    sided(dataset, field, value === null || value === undefined ? null : String(value), Number(n), model),
  );
  return { statement, source: { table: dataset.name, field, records: recordsOf(channels, dataset.rows), channels } };
}

/** The field that plays the role of the channel. What a person is known by is no channel. */
function channelField(dataset: Dataset, model: ClientsDefinition | null): string | null {
  const fact = model?.facts.find(({ table }) => table === dataset.name);
  const key = model?.table === dataset.name && model.key.kind === 'field' ? model.key.field : null;
  const { channel } = fact ? rolesOf(fact, dataset) : suggestRoles(dataset, key);
  const field = dataset.fields.find(({ name }) => name === channel);
  return field && !isMasked(field.sensitivity) ? field.name : null;
}

function channelsSql(dataset: Dataset, field: string): Sql {
  const value = channelSql(field);
  return sql`SELECT ${value} AS value, count(*) AS n FROM ${tableOf(dataset)} t GROUP BY ALL ORDER BY n DESC, value LIMIT ${raw(String(mostChannels))}`;
}

const channelSql = (field: string): Sql => sql`nullif(trim(CAST(${identifier('t', field)} AS VARCHAR)), '')`;

function sided(
  { name, file }: Dataset,
  field: string | null,
  value: string | null,
  rows: number,
  model: ClientsDefinition | null,
): Channel {
  const said = model?.sides?.find((each) => each.table === name && each.value === value);
  if (said) return { value, rows, side: said.side, said: true };
  // A table that has a channel field leaves a row without one unknown, whatever the table is called.
  const words = field === null ? [name, file] : value === null ? [] : [value];
  const side = words.map(suggestSide).find((each) => each !== null) ?? null;
  return { value, rows, side, said: false };
}

/** Clients by the sides of their records; null where no table is linked, or one of them has gone. */
async function clientsSql(
  workspace: Workspace,
  model: ClientsDefinition,
  sources: readonly Source[],
  options: QueryOptions,
): Promise<Sql | null> {
  const linked = model.facts.flatMap(({ table }) => sources.find((source) => source.table === table) ?? []);
  const { datasets } = workspace.catalogue;
  const has = (table: string, field: string) =>
    datasets.find(table)?.fields.some(({ name }) => name === field) === true;
  const whole =
    model.key.kind === 'field' &&
    has(model.table, model.key.field) &&
    model.facts.every(({ table, field }) => has(table, field));
  if (!whole || linked.length === 0) return null;
  const base = await clientBase(workspace, model, options);
  const { key } = base.list;
  if (key === null) return null;
  const parts = linked.map(({ table, field, channels }) => {
    const fact = factOf(workspace, model, table);
    const on = (side: Channel['side']) =>
      sideSql(
        field,
        channels.filter((each) => each.side === side),
      );
    const own = keySql('t', fact.key);
    return sql`SELECT ${own} AS k, ${on('online')} AS o, ${on('offline')} AS f FROM ${tableOf(fact.dataset)} t WHERE ${own} IS NOT NULL`;
  });
  const sides = sql`SELECT k, bool_or(o) AS o, bool_or(f) AS f FROM (${join(parts, ' UNION ALL ')}) GROUP BY k`;
  const known = sql`SELECT ${keySql('t', key)} AS k FROM ${base.source}`;
  return sql`SELECT count(*) FILTER (WHERE o AND NOT f) AS online, count(*) FILTER (WHERE f AND NOT o) AS offline, count(*) FILTER (WHERE o AND f) AS both, count(*) FILTER (WHERE NOT o AND NOT f) AS neither, count(*) AS total FROM (${sides}) g SEMI JOIN (${known}) c ON g.k = c.k`;
}

/** Whether a row is of one of these channels: true or false. */
function sideSql(field: string | null, channels: readonly Channel[]): Sql {
  if (field === null) return raw(String(channels.length > 0));
  const empty = channels.some(({ value }) => value === null) ? sql`${channelSql(field)} IS NULL` : raw('false');
  const named = channels.flatMap(({ value }) => (value === null ? [] : [sql`${value}`]));
  const among =
    named.length === 0 ? raw('false') : sql`coalesce(${channelSql(field)} IN (${join(named, ', ')}), false)`;
  return sql`(${empty} OR ${among})`;
}
