import type { Provenance } from '#shared/contract/index.ts';
import type { FeaturesDefinition, FeaturesResult } from '#shared/features/index.ts';
import { provenanceOf, versionOf } from '../datasets/index.ts';
import { identifier, type QueryOptions, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { figuresOf } from './figures.ts';
import { prepareFeatures } from './prepare.ts';

/** The features of all clients, for as long as a session lasts. */
const previewTable = identifier('features_preview');

/** What the features of a definition, saved or not, come to over all clients. Keeps nothing. */
export async function previewFeatures(
  workspace: Workspace,
  definition: FeaturesDefinition,
  options: QueryOptions = {},
): Promise<{ result: FeaturesResult; provenance: Provenance }> {
  const started = performance.now();
  const prepared = await prepareFeatures(workspace, definition, options);
  const columns = await workspace.warehouse.withSession(async (session) => {
    try {
      await session.run(sql`CREATE OR REPLACE TEMP TABLE ${previewTable} AS ${prepared.statement}`, options);
      return await figuresOf(session, previewTable, prepared.columns);
    } finally {
      // A signal of its own: what was cancelled is tidied up as well.
      const { signal } = new AbortController();
      await session.run(sql`DROP TABLE IF EXISTS ${previewTable}`, { signal });
    }
  }, options.signal);
  return {
    result: { clients: prepared.clients, asOf: prepared.days.map((day) => ({ ...day })), columns },
    provenance: provenanceOf(prepared.statements, prepared.compared, prepared.tables.map(versionOf), started),
  };
}
