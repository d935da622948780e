import { AppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { type Forget, quarantineTableOf, repairTableOf, type TableId, tableOf } from '../datasets/index.ts';
import { createQuarantine, type IntakeContext, type Place, profile } from '../intake/index.ts';
import { identifier, join, literal, raw, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { loadNext } from './add.ts';
import { columnsOf, isSource, stricterOf } from './columns.ts';
import { type Located, locatePart } from './locate.ts';
import { narrowed } from './narrow.ts';
import { isOnlyOf, withoutPart } from './partReplaced.ts';
import { fromFile, planVersion } from './plan.ts';

/** Another file in the place of one of several that became a dataset. */
interface Replacement {
  readonly dataset: string;
  /** The version that the file is one of. */
  readonly version: number;
  /** Its place among them. */
  readonly at: number;
  readonly place: Place;
}

/** Makes the next version of a dataset with the rows of another file instead of those of one; see `versions.replacePart` of the contract. */
export async function replacePart(
  workspace: Workspace,
  { dataset: id, version, at, place }: Replacement,
  context: IntakeContext,
  forget: Forget,
): Promise<Dataset> {
  const before = fromFile(workspace, id);
  if (before.version !== version) throw new AppError('conflict', 'datasetMoved', { name: before.name });
  const located = await locatePart(workspace, before, at);
  const optionsOf = async () => (await planVersion(workspace, before, place, context)).options;
  const make = async (loaded: Dataset, next: TableId) => {
    refuseUnfit(before, located, loaded);
    return fill(workspace, before, { ...located, at }, loaded, next, context);
  };
  return (await loadNext(workspace, { before, place, optionsOf, unsaid: 'skip', make }, context, forget)).dataset;
}

/** Two files of one name could not be told apart again, nor several files that came as one. */
function refuseUnfit(before: Dataset, { part }: Located, { file, parts }: Dataset): void {
  if (parts) throw new AppError('validation', 'partIsSeveral', { file });
  const isTaken = before.parts?.some((each) => each !== part && each.file === file);
  if (isTaken && before.fields.some((field) => isSource(before, field)))
    throw new AppError('validation', 'partNameTaken', { name: before.name, file });
}

async function fill(
  workspace: Workspace,
  before: Dataset,
  located: Located & { readonly at: number },
  loaded: Dataset,
  next: TableId,
  context: IntakeContext,
): Promise<Dataset> {
  const { part, mine, held, first } = located;
  const stays = sql`(${mine} IS NOT TRUE)`;
  const columns = (await narrowed(workspace, before, columnsOf(before, loaded), stays)).filter(
    (column) => column.added || !isOnlyOf(before, part, column),
  );
  const values = (side: 'before' | 'added') =>
    columns.map((column): Sql => {
      const field = column[side];
      if (field) return sql`CAST(${identifier(field.name)} AS ${raw(column.native)})`;
      return side === 'added' && isSource(before, column) ? literal(loaded.file) : sql`NULL`;
    });
  const options = {
    signal: context.signal,
    onProgress: (share: number) => context.progress?.({ stage: 'loading', share }),
  };
  const repaired = before.repaired?.filter(({ file }) => file !== part.file) ?? [];
  await workspace.warehouse.transaction(async (session) => {
    const definitions = columns.map(({ name, native }) => sql`${identifier(name)} ${raw(native)}`);
    await session.run(sql`CREATE TABLE ${tableOf(next)} (${join(definitions, ', ')})`);
    const kept = (where: Sql) =>
      sql`INSERT INTO ${tableOf(next)} SELECT ${join(values('before'), ', ')} FROM ${tableOf(before)} WHERE ${stays} AND ${where} ORDER BY rowid`;
    await session.run(kept(sql`rowid < ${first}`), options);
    await session.run(
      sql`INSERT INTO ${tableOf(next)} SELECT ${join(values('added'), ', ')} FROM ${tableOf(loaded)} ORDER BY rowid`,
      options,
    );
    await session.run(kept(sql`rowid >= ${first}`), options);
    await session.run(createQuarantine(quarantineTableOf(next)));
    await session.run(
      sql`INSERT INTO ${quarantineTableOf(next)} SELECT * FROM ${quarantineTableOf(before)} WHERE ${held} IS NOT TRUE ORDER BY rowid`,
    );
    await session.run(
      sql`INSERT INTO ${quarantineTableOf(next)} SELECT line, column_name, reason, ${literal(`${loaded.file}: `)} || coalesce(detail, ''), text FROM ${quarantineTableOf(loaded)} ORDER BY rowid`,
    );
    if (repaired.length > 0) {
      const ids = repaired.map(({ id }) => sql`${id}`);
      await session.run(
        sql`CREATE TABLE ${repairTableOf(next)} AS SELECT * FROM ${repairTableOf(before)} WHERE id IN (${join(ids, ', ')})`,
      );
    }
  }, context.signal);
  const described = columns.map(({ name, native }) => ({ name, type: native }));
  const fields = await workspace.warehouse.withSession(
    (session) => profile(session, tableOf(next), described, columns.map(stricterOf), context),
    context.signal,
  );
  return { ...withoutPart(before, located, loaded), ...(repaired.length > 0 ? { repaired } : {}), ...next, fields };
}
