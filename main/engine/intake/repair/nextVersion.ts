import type { Dataset, Field } from '#shared/intake/index.ts';
import { type Forget, quarantineTableOf, repairTableOf, succeed, tableOf } from '../../datasets/index.ts';
import { type Sql, sql } from '../../warehouse/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import type { IntakeContext } from '../context.ts';
import { profile } from '../profile.ts';

/** The queries that fill the tables of the next version. */
interface NextTables {
  /** After the rows that stay. */
  readonly rows: Sql;
  readonly quarantine: Sql;
  readonly repairs: Sql;
}

/** Makes the next version of a dataset of these rows; `describe` says what it is, `facts` what is noted of it. */
export function makeNextVersion(
  workspace: Workspace,
  dataset: Dataset,
  tables: NextTables,
  describe: (fields: Field[]) => Dataset,
  facts: Readonly<Record<string, string | number>>,
  context: IntakeContext,
  forget: Forget,
): Promise<Dataset> {
  const { warehouse, catalogue } = workspace;
  const options = {
    signal: context.signal,
    onProgress: (share: number) => context.progress?.({ stage: 'loading', share }),
  };
  return succeed(workspace, {
    ...{ before: dataset, forget, signal: context.signal },
    async make(next) {
      await warehouse.transaction(async (session) => {
        await session.run(sql`CREATE TABLE ${tableOf(next)} AS ${tables.rows}`, options);
        await session.run(sql`CREATE TABLE ${quarantineTableOf(next)} AS ${tables.quarantine}`, options);
        await session.run(sql`CREATE TABLE ${repairTableOf(next)} AS ${tables.repairs}`, options);
      }, context.signal);
      return { ...describe(await fieldsOf(workspace, dataset, tableOf(next), context)), ...next };
    },
    record: ({ name, version }) => catalogue.audit.append('repair', name, { ...facts, version }),
  });
}

function fieldsOf({ warehouse }: Workspace, { fields }: Dataset, table: Sql, context: IntakeContext): Promise<Field[]> {
  const described = fields.map(({ name, nativeType }) => ({ name, type: nativeType }));
  const classes = fields.map(({ sensitivity }) => sensitivity);
  return warehouse.withSession((session) => profile(session, table, described, classes, context), context.signal);
}
