import type { Provenance } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { Assessment } from '#shared/quality/index.ts';
import type { QueryOptions } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { type Assessed, assess } from './assess.ts';

/** Assessments that are kept. */
const kept = 16;
const assessedIn = new WeakMap<Workspace, Map<string, Assessed>>();

/** The assessment of a dataset; see `quality.assess` of the contract. */
export async function assessDataset(
  workspace: Workspace,
  wanted: { dataset: string; asOf: string | null },
  options: QueryOptions = {},
): Promise<{ result: Assessment; provenance: Provenance }> {
  const { result, provenance } = await assessedOf(workspace, wanted, options);
  return { result, provenance };
}

/** Out of what is kept, or assessed now. A table never changes under its version; the class of a field may. */
export async function assessedOf(
  workspace: Workspace,
  wanted: { dataset: string; asOf: string | null },
  options: QueryOptions,
): Promise<Assessed> {
  const dataset = workspace.catalogue.datasets.byId(wanted.dataset);
  const asOf = wanted.asOf ?? dayOf(dataset.loadedAt);
  const key = keyOf(dataset, asOf);
  const known = assessedIn.get(workspace) ?? new Map<string, Assessed>();
  assessedIn.set(workspace, known);
  const assessed = known.get(key) ?? (await assess(workspace, dataset, asOf, options));
  // The last used are kept.
  known.delete(key);
  known.set(key, assessed);
  for (const old of [...known.keys()].slice(0, Math.max(0, known.size - kept))) known.delete(old);
  return assessed;
}

/** The day of a moment where the analyst is: in China the morning's rows would lie ahead of the day in UTC. */
function dayOf(moment: string): string {
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function keyOf({ id, version, loadedAt, name, fields }: Dataset, asOf: string): string {
  return JSON.stringify([id, version, loadedAt, name, asOf, fields.map(({ sensitivity }) => sensitivity)]);
}
