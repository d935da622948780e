import type { Provenance } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { tableName } from '../datasets/index.ts';
import { identifier } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';

/**
 * A statement as a reader knows its tables, by the names of their datasets: the warehouse's own names are made up anew in
 * each workspace, so that the same analysis would read differently every time.
 */
export function readableSql(statement: string, datasets: readonly Dataset[]): string {
  const named = datasets.reduce(
    (text, dataset) => text.replaceAll(identifier(tableName(dataset)).text, () => identifier(dataset.name).text),
    statement,
  );
  return named.replace(/"c_[0-9a-f]{64}"/g, '"clients"').replace(/"m_[0-9a-f]{64}"/g, '"linked values"');
}

/** A provenance with its statement as a reader knows the tables. One that was removed in the meantime keeps the warehouse's name. */
export function readableProvenance({ catalogue }: Workspace, provenance: Provenance): Provenance {
  const read = provenance.tables.flatMap(({ table }) => catalogue.datasets.find(table) ?? []);
  return { ...provenance, sql: readableSql(provenance.sql, read) };
}
