import type { Dataset } from '#shared/intake/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { IntakeContext } from './context.ts';
import { type Parts, type Place, withPlace } from './place.ts';
import { sha256Of } from './source/sha256Of.ts';
import { digestOf } from './together/digest.ts';

/** The hash that what lies at a place would have as a dataset that was read like this one. Reads all of it. */
export function hashOf(
  workspace: Workspace,
  place: Place,
  dataset: Pick<Dataset, 'options' | 'parts'>,
  context: IntakeContext,
): Promise<string> {
  return withPlace(workspace.warehouse, place, dataset.options, context, {
    one: async (source, archive) => (archive ? (await archive.facts()).sha256 : sha256Of(source, context)),
    many: (parts) => hashOfAll(parts, dataset, context),
  });
}

async function hashOfAll(
  { all }: Parts,
  { parts = [] }: Pick<Dataset, 'parts'>,
  context: IntakeContext,
): Promise<string> {
  const loaded = new Map(parts.map((part) => [part.file, part]));
  const hashes: { name: string; sha256: string }[] = [];
  for (const { name, open } of all) {
    const part = loaded.get(name);
    if (!part) continue;
    // One without a row was read and then left; it has no hash.
    const isEmpty = part.rows + part.quarantined === 0 && part.accounting === undefined;
    hashes.push({ name, sha256: isEmpty ? '' : await open((source) => sha256Of(source, context), context) });
  }
  return digestOf(hashes);
}
