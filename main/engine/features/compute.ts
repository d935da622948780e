import type { Provenance } from '#shared/contract/index.ts';
import type { FeaturesResult } from '#shared/features/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { provenanceOf, tableOf, versionOf } from '../datasets/index.ts';
import { type DeriveContext, materialise } from '../derived/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { figuresOf } from './figures.ts';
import { type Prepared, prepareFeatures } from './prepare.ts';

/** Makes the saved features of this name a dataset with one row a client, in the place of the one that they made before. */
export async function computeFeatures(workspace: Workspace, name: string, context: DeriveContext): Promise<Dataset> {
  return (await make(workspace, name, context)).dataset;
}

/** The same, with what the features come to. */
export async function runFeatures(
  workspace: Workspace,
  name: string,
  context: DeriveContext,
): Promise<{ result: FeaturesResult; provenance: Provenance }> {
  const started = performance.now();
  const { dataset, prepared } = await make(workspace, name, context);
  const columns = await workspace.warehouse.withSession(
    (session) => figuresOf(session, tableOf(dataset), prepared.columns),
    context.signal,
  );
  return {
    result: { clients: prepared.clients, asOf: prepared.days.map((day) => ({ ...day })), columns },
    provenance: provenanceOf(prepared.statements, prepared.compared, prepared.tables.map(versionOf), started),
  };
}

async function make(
  workspace: Workspace,
  name: string,
  context: DeriveContext,
): Promise<{ dataset: Dataset; prepared: Prepared }> {
  const { id, version, body } = workspace.catalogue.definitions.get('features', name);
  const query = {
    signal: context.signal,
    onProgress: (share: number) => context.progress?.({ stage: 'counting', share }),
  };
  const prepared = await prepareFeatures(workspace, body, query);
  const { statement, key, columns, tables } = prepared;
  const origins = new Map([key, ...columns].map((column) => [column.name, [column]]));
  const definition = { id, name, version };
  const derivation = {
    kind: 'features',
    definition,
    output: body.output,
    sources: tables,
    query: statement,
    origins,
  } as const;
  return { dataset: await materialise(workspace, derivation, context), prepared };
}
