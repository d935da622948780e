import { AppError, toAppError } from '#shared/errors/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import {
  inTurn,
  quarantineTableOf,
  type Start,
  succeedTogether,
  type TableId,
  tableOf,
  versionOf,
} from '../datasets/index.ts';
import { createQuarantine, profile } from '../intake/index.ts';
import { sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { classesOf, setByHand } from './classes.ts';
import { refuseBadColumns } from './columns.ts';
import { forgetComputed } from './forget.ts';
import { namedOrigins } from './origins.ts';
import { placeFor } from './place.ts';
import type { Derivation, DeriveContext } from './types.ts';

/**
 * Makes a query a dataset: a new one, or the next version of the one that this definition made before, which is kept. All
 * or nothing, also on cancel; what a kill leaves is no dataset's table and goes with the next sweep. Fails with
 * `datasetExists` where the name is another dataset's, and with `derivedCycle`.
 */
export async function materialise(
  workspace: Workspace,
  derivation: Derivation,
  context: DeriveContext,
): Promise<Dataset> {
  const [dataset] = await materialiseAll(workspace, [derivation], context);
  if (!dataset) throw new AppError('internal', 'internal', {}, { detail: 'nothing was made' });
  return dataset;
}

/** The same for datasets that are of use only together: all of them or none. In the order given. */
export function materialiseAll(
  workspace: Workspace,
  derivations: readonly Derivation[],
  context: DeriveContext,
): Promise<Dataset[]> {
  // In turn, because the place of a first one is found by looking at those that there are.
  return inTurn(workspace, 'derive', async () => {
    const { catalogue } = workspace;
    const job = catalogue.jobs.start('derive', derivations[0]?.output ?? '');
    try {
      const starts = derivations.map((derivation) => startOf(workspace, derivation, context));
      const datasets = await succeedTogether(workspace, starts);
      catalogue.jobs.finish(job, 'done');
      return datasets;
    } catch (thrown) {
      const error = toAppError(thrown);
      catalogue.jobs.finish(job, error.code === 'cancelled' ? 'cancelled' : 'failed', error.messageId);
      throw error;
    }
  });
}

function startOf(workspace: Workspace, derivation: Derivation, context: DeriveContext): Start {
  const before = placeFor(workspace, derivation);
  return {
    before,
    signal: context.signal,
    make: async (own) => {
      const { rows, fields } = await fill(workspace, derivation, own, before, context);
      const dataset: Dataset = { ...own, ...headOf(derivation, before), rows, quarantined: 0, fields };
      return before ? { ...dataset, follows: { how: 'computedAgain', version: before.version } } : dataset;
    },
    forget: async () => {
      if (before) await forgetComputed(workspace, before.id);
    },
    record: ({ name, version, rows, derived }) =>
      workspace.catalogue.audit.append('derive', name, { kind: derived?.kind ?? '', version, rows }),
  };
}

/** The rows are committed before they are profiled: tables of a running transaction are read by one thread only. */
async function fill(
  workspace: Workspace,
  derivation: Derivation,
  own: TableId,
  before: Dataset | undefined,
  { signal, progress }: DeriveContext,
): Promise<{ rows: number; fields: Field[] }> {
  const { query } = derivation;
  progress?.({ stage: 'loading', share: null });
  return workspace.warehouse.withSession(async (session) => {
    refuseBadColumns(await session.describe(query));
    await session.run(sql`CREATE TABLE ${tableOf(own)} AS ${query}`, {
      signal,
      onProgress: (share) => progress?.({ stage: 'loading', share }),
    });
    // The query itself is free to read what has a quarantine; what it makes has nothing in it.
    await session.run(createQuarantine(quarantineTableOf(own)));
    progress?.({ stage: 'profiling', share: null });
    const described = await session.describe(sql`SELECT * FROM ${tableOf(own)}`);
    const classes = await classesOf(session, tableOf(own), described, derivation, before);
    const fields = await profile(session, tableOf(own), described, classes, { signal, progress });
    const [counted] = await session.rows(sql`SELECT count(*) AS n FROM ${tableOf(own)}`);
    return { rows: Number(counted?.n ?? 0), fields };
  }, signal);
}

function headOf(derivation: Derivation, before: Dataset | undefined) {
  const { kind, definition, part: own, output, sources, origins, altered = new Set() } = derivation;
  const classes = setByHand(before, definition);
  const [first] = sources;
  if (!first) throw new AppError('internal', 'internal', {}, { detail: 'a derivation without a source' });
  const { file, bytes, sha256, format } = first;
  const parts = sources.map(({ file: part, rows }) => ({ file: part, rows, quarantined: 0 }));
  return {
    ...{ name: output, file, bytes, sha256, format, options: {}, loadedAt: new Date().toISOString() },
    ...(sources.length > 1 ? { parts } : {}),
    derived: {
      kind,
      definition: definition.name,
      ...(definition.id === undefined ? {} : { definitionId: definition.id }),
      definitionVersion: definition.version,
      ...(own === undefined ? {} : { part: own }),
      sources: sources.map(versionOf),
      origins: namedOrigins(sources, origins),
      ...(altered.size > 0 ? { altered: [...altered] } : {}),
      ...(classes.size > 0 ? { classes: Object.fromEntries(classes) } : {}),
    },
  };
}
