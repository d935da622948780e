import { AppError } from '#shared/errors/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { quarantineTableOf, repairTableOf, tableOf } from '../../datasets/index.ts';
import { type Sql, sql } from '../../warehouse/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { profile } from '../profile.ts';

/** The queries that fill the tables of the next version. */
interface NextTables {
  /** After the rows that stay. */
  readonly rows: Sql;
  readonly quarantine: Sql;
  readonly repairs: Sql;
}

/** How what was computed from the version before is dropped; its tables go after it. */
export type Forget = () => Promise<void>;

/**
 * Makes the next version of a dataset beside the one that there is, and puts it into its place: tables first, the
 * catalogue second, so that a crash in between leaves tables that no dataset owns, for the next sweep.
 */
export async function makeNextVersion(
  workspace: Workspace,
  dataset: Dataset,
  tables: NextTables,
  describe: (fields: Field[]) => { made: Dataset; facts: Readonly<Record<string, string | number>> },
  context: IntakeContext,
  forget: Forget,
): Promise<Dataset> {
  const { warehouse, catalogue } = workspace;
  const next = { id: dataset.id, version: dataset.version + 1 };
  const options = {
    signal: context.signal,
    onProgress: (share: number) => context.progress?.({ stage: 'loading', share }),
  };
  await warehouse.transaction(async (session) => {
    await session.run(sql`CREATE TABLE ${tableOf(next)} AS ${tables.rows}`, options);
    await session.run(sql`CREATE TABLE ${quarantineTableOf(next)} AS ${tables.quarantine}`, options);
    await session.run(sql`CREATE TABLE ${repairTableOf(next)} AS ${tables.repairs}`, options);
  }, context.signal);
  try {
    const { made, facts } = describe(await fieldsOf(workspace, dataset, tableOf(next), context));
    await forget();
    stopIfCancelled(context);
    // A class that was changed meanwhile is not to be lost, nor another repair.
    if (JSON.stringify(catalogue.datasets.byId(dataset.id)) !== JSON.stringify(dataset))
      throw new AppError('conflict', 'quarantineChanged');
    catalogue.audit.append('repair', dataset.name, { ...facts, version: made.version });
    catalogue.datasets.replace(dataset.id, made);
    await dropVersion(workspace, dataset);
    workspace.emit({ type: 'dataChanged', table: made.name, version: made.version });
    return made;
  } catch (thrown) {
    // Unless the catalogue has it already: then only the tables of the version before may have stayed.
    if (catalogue.datasets.byId(dataset.id).version === dataset.version) await dropVersion(workspace, next);
    throw thrown;
  }
}

function fieldsOf({ warehouse }: Workspace, { fields }: Dataset, table: Sql, context: IntakeContext): Promise<Field[]> {
  const described = fields.map(({ name, nativeType }) => ({ name, type: nativeType }));
  const classes = fields.map(({ sensitivity }) => sensitivity);
  return warehouse.withSession((session) => profile(session, table, described, classes, context), context.signal);
}

async function dropVersion({ warehouse }: Workspace, version: Pick<Dataset, 'id' | 'version'>): Promise<void> {
  for (const table of [tableOf(version), quarantineTableOf(version), repairTableOf(version)])
    await warehouse.run(sql`DROP TABLE IF EXISTS ${table}`);
}
