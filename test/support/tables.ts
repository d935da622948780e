import { tableName } from '#engine/datasets/index.ts';
import { type Bindable, identifier, join, raw, type Sql, sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import type { Dataset, FieldType } from '#shared/intake/index.ts';
import type { Sensitivity } from '#shared/privacy/sensitivity.ts';

const nativeTypes = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  decimal: 'DECIMAL(18, 4)',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
  time: 'TIME',
  boolean: 'BOOLEAN',
  other: 'VARCHAR[]',
} as const satisfies Record<FieldType, string>;

export interface TestColumn {
  name: string;
  type: FieldType;
  sensitivity?: Sensitivity;
}

/** Puts rows straight into a workspace as a loaded dataset: for tests of what comes after intake. */
export async function addTable(
  workspace: Workspace,
  name: string,
  columns: readonly TestColumn[],
  rows: readonly (readonly Bindable[])[],
): Promise<Dataset> {
  const id = `t${workspace.catalogue.datasets.list().length}`;
  const dataset: Dataset = {
    id,
    name,
    version: 1,
    file: `${name}.csv`,
    bytes: 0,
    sha256: '',
    format: 'delimited',
    options: {},
    rows: rows.length,
    quarantined: 0,
    loadedAt: new Date().toISOString(),
    fields: columns.map((column, at) => ({
      name: column.name,
      type: column.type,
      nativeType: nativeTypes[column.type],
      sensitivity: column.sensitivity ?? 'internal',
      nulls: rows.filter((row) => row[at] === null).length,
      minimum: null,
      maximum: null,
      approximateDistinct: 0,
    })),
  };
  const table = identifier(tableName(dataset));
  const columnList = columns.map((column) => sql`${identifier(column.name)} ${raw(nativeTypes[column.type])}`);
  await workspace.warehouse.run(sql`CREATE TABLE ${table} (${join(columnList, ', ')})`);
  if (rows.length > 0) await workspace.warehouse.run(sql`INSERT INTO ${table} VALUES ${join(rows.map(tuple), ', ')}`);
  workspace.catalogue.datasets.add(dataset);
  return dataset;
}

function tuple(row: readonly Bindable[]): Sql {
  return sql`(${join(
    row.map((value) => sql`${value}`),
    ', ',
  )})`;
}

/** Names that broke tools: part of the standard fixture. */
export const hostileNames = [
  '"; DROP TABLE x; --',
  "it's",
  '客户 编号（万元）',
  '🙂',
  'a\nb',
  'SELECT',
  `${'长'.repeat(299)}x`,
  'semi;colon',
  '$1',
  '?',
  '{"json": true}',
  ' leading and trailing ',
] as const;
