import type { Provenance } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import { spoken, utilisation } from '#shared/quality/index.ts';
import { assessDataset } from '../quality/index.ts';
import type { QueryOptions } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { OkOutcome } from './outcome.ts';

/**
 * The assessment of a table as results keep it: score, parts, findings with what to do, fields, and which of these the saved
 * definitions use. `notFound` where there is no such table.
 */
export async function tableQuality(
  workspace: Workspace,
  { table, asOf }: { table: string; asOf: string | null },
  options: QueryOptions,
): Promise<{ result: OkOutcome['result']; provenance: Provenance }> {
  const { catalogue } = workspace;
  const dataset = catalogue.datasets.find(table);
  if (!dataset) throw new AppError('notFound', 'datasetMissing', { name: table });
  const { result, provenance } = await assessDataset(workspace, { dataset: dataset.id, asOf }, options);
  const { datasets } = utilisation(catalogue.datasets.list(), catalogue.definitions.list());
  const used = datasets.get(dataset.id);
  const use = used === undefined ? null : { ...used, unused: [...used.unused] };
  return { result: { version: result.version, ...spoken(result), utilisation: use }, provenance };
}
