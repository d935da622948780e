import type { Dataset } from '#shared/intake/index.ts';
import { tableName } from '../datasets/index.ts';
import { identifier } from '../warehouse/index.ts';

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
