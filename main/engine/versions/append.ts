import { createHash } from 'node:crypto';
import type { Dataset, Field, FilePart } from '#shared/intake/index.ts';
import { isStricter, type Sensitivity } from '#shared/privacy/sensitivity.ts';
import { quarantineTableOf, repairTableOf, type TableId, tableOf } from '../datasets/index.ts';
import {
  accountTogether,
  columnNames,
  createQuarantine,
  figuresTogether,
  type IntakeContext,
  nativeTypes,
  profile,
  sourceColumn,
  wider,
} from '../intake/index.ts';
import { identifier, join, literal, raw, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';

interface Column {
  readonly name: string;
  readonly native: string;
  readonly before: Field | undefined;
  readonly added: Field | undefined;
}

const keyOf = ({ name }: Pick<Field, 'name'>) => name.toLowerCase();

/** The columns of both, those of the dataset first. Where types differ the wider one holds both. */
function columnsOf(before: Dataset, added: Dataset): Column[] {
  const own = new Map(added.fields.map((field) => [keyOf(field), field]));
  const had = new Set(before.fields.map(keyOf));
  const kept = before.fields.map((field): Column => {
    const other = own.get(keyOf(field));
    const isAlike = other === undefined || other.nativeType === field.nativeType;
    return {
      name: field.name,
      native: isAlike ? field.nativeType : bothNative(field, other),
      before: field,
      added: other,
    };
  });
  const fresh = added.fields.filter((field) => !had.has(keyOf(field)));
  const names = columnNames([...kept.map(({ name }) => name), ...fresh.map(({ name }) => name)]);
  return [
    ...kept,
    ...fresh.map((field, i) => ({
      name: names[kept.length + i] ?? field.name,
      native: field.nativeType,
      before: undefined,
      added: field,
    })),
  ];
}

/** A column without a value says nothing of its type. */
function bothNative(before: Field, added: Field): string {
  if (added.minimum === null && added.maximum === null && added.approximateDistinct === 0) return before.nativeType;
  if (before.approximateDistinct === 0) return added.nativeType;
  const type = wider(before.type, added.type);
  return type === 'other' ? nativeTypes.text : nativeTypes[type];
}

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
  const classes = columns.map(({ before: old, added: own }) => stricterOf(old, own));
  const fields = await warehouse.withSession(
    (session) => profile(session, tableOf(to), described, classes, context),
    context.signal,
  );
  return { ...combined(before, added), ...to, fields };
}

function stricterOf(before: Field | undefined, added: Field | undefined): Sensitivity {
  if (before && added && isStricter(added.sensitivity, before.sensitivity)) return added.sensitivity;
  return (before ?? added)?.sensitivity ?? 'internal';
}

/** The column of a dataset out of several files that says which file a row is from. */
const isSource = ({ parts }: Dataset, { name }: Column) => parts !== undefined && name.startsWith(sourceColumn);

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

/** The hash of a dataset that holds one file, or several, and then another. */
export function hashOfBoth(before: string, added: string): string {
  return createHash('sha256').update(`${before}\0${added}`).digest('hex');
}

function partsOf({ file, rows, quarantined, accounting, parts }: Dataset): FilePart[] {
  return parts ?? [{ file, rows, quarantined, ...(accounting ? { accounting } : {}) }];
}
