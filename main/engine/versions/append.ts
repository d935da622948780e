import type { Dataset, FilePart } from '#shared/intake/index.ts';
import { quarantineTableOf, repairTableOf, type TableId, tableOf } from '../datasets/index.ts';
import { accountTogether, createQuarantine, figuresTogether, type IntakeContext, profile } from '../intake/index.ts';
import { identifier, join, literal, raw, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { columnsOf, isSource, stricterOf } from './columns.ts';
import { hashOfBoth, partOf } from './parts.ts';

/** Both tables one after the other as the next version, and what that version is. */
export async function appendTables(
  { warehouse }: Workspace,
  before: Dataset,
  added: Dataset,
  to: TableId,
  context: IntakeContext,
): Promise<Dataset> {
  const columns = columnsOf(before, added);
  const values = (side: 'before' | 'added', own: Dataset, other: Dataset) =>
    columns.map((column): Sql => {
      const field = column[side];
      if (field) return sql`CAST(${identifier(field.name)} AS ${raw(column.native)})`;
      return !own.parts && isSource(other, column) ? literal(own.file) : sql`NULL`;
    });
  const options = {
    signal: context.signal,
    onProgress: (share: number) => context.progress?.({ stage: 'loading', share }),
  };
  await warehouse.transaction(async (session) => {
    const definitions = columns.map(({ name, native }) => sql`${identifier(name)} ${raw(native)}`);
    await session.run(sql`CREATE TABLE ${tableOf(to)} (${join(definitions, ', ')})`);
    await session.run(createQuarantine(quarantineTableOf(to)));
    for (const [side, from, other] of [
      ['before', before, added],
      ['added', added, before],
    ] as const) {
      await session.run(
        sql`INSERT INTO ${tableOf(to)} SELECT ${join(values(side, from, other), ', ')} FROM ${tableOf(from)} ORDER BY rowid`,
        options,
      );
      const prefix = from.parts ? '' : `${from.file}: `;
      await session.run(
        sql`INSERT INTO ${quarantineTableOf(to)} SELECT line, column_name, reason, ${literal(prefix)} || coalesce(detail, ''), text FROM ${quarantineTableOf(from)} ORDER BY rowid`,
      );
    }
    if (before.repaired)
      await session.run(sql`CREATE TABLE ${repairTableOf(to)} AS SELECT * FROM ${repairTableOf(before)}`);
  }, context.signal);
  const described = columns.map(({ name, native }) => ({ name, type: native }));
  const classes = columns.map(stricterOf);
  const fields = await warehouse.withSession(
    (session) => profile(session, tableOf(to), described, classes, context),
    context.signal,
  );
  return { ...combined(before, added), ...to, fields };
}

function combined(before: Dataset, added: Dataset): Omit<Dataset, 'fields'> {
  const { fields: _, accounting, remarks, repaired, readFrom, ownFigures, ...rest } = before;
  const figures = figuresTogether([ownFigures, added.ownFigures]);
  const both = accounting && added.accounting ? accountTogether([accounting, added.accounting]) : undefined;
  const said = [...(remarks ?? []), ...(added.remarks ?? [])];
  return {
    ...rest,
    file: added.file,
    bytes: before.bytes + added.bytes,
    sha256: hashOfBoth(before.sha256, added.sha256),
    rows: before.rows + added.rows,
    quarantined: before.quarantined + added.quarantined,
    loadedAt: added.loadedAt,
    parts: [...partsOf(before), ...partsOf(added)],
    ...(readFrom && added.readFrom ? { readFrom: [...readFrom, ...added.readFrom] } : {}),
    ...(figures.length > 0 ? { ownFigures: figures } : {}),
    ...(both ? { accounting: both } : {}),
    ...(said.length > 0 ? { remarks: said } : {}),
    ...(repaired ? { repaired: repaired.map((repair) => ({ ...repair, file: repair.file ?? before.file })) } : {}),
  };
}

function partsOf(dataset: Dataset): FilePart[] {
  return dataset.parts ?? [partOf(dataset)];
}
