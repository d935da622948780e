import type { Dataset, PlacedRow, Repair } from '#shared/intake/index.ts';
import { type Forget, fileOf, quarantineTableOf, repairTableOf, tableOf } from '../../datasets/index.ts';
import { join, sql } from '../../warehouse/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import type { IntakeContext } from '../context.ts';
import { moved } from './counts.ts';
import { makeNextVersion } from './nextVersion.ts';
import { cellSql, givenSql, valueSql } from './values.ts';

/** A quarantined row, and the text of each field with which it becomes one of the dataset. */
export interface Mended {
  readonly row: PlacedRow;
  readonly texts: readonly (string | null)[];
}

/** Takes quarantined rows into a dataset as its next version, behind those that are there. The texts were checked. */
export function takeIn(
  workspace: Workspace,
  dataset: Dataset,
  mended: readonly Mended[],
  facts: Readonly<Record<string, string | number>>,
  context: IntakeContext,
  forget: Forget,
): Promise<Dataset> {
  const done = dataset.repaired ?? [];
  const at = new Date().toISOString();
  const last = done.at(-1)?.id ?? 0;
  const repairs = mended.map(({ row }, i): Repair => {
    const file = fileOf(dataset, row);
    return { id: last + 1 + i, line: row.line, ...(file === undefined ? {} : { file }), at };
  });
  const given = givenSql(mended.map(({ row, texts }, i) => ({ id: last + 1 + i, row: row.row, cells: texts })));
  const values = dataset.fields.map((field, i) => valueSql(dataset, field, cellSql(i)));
  const kept = sql`SELECT * FROM ${repairTableOf(dataset)} UNION ALL`;
  const quarantine = quarantineTableOf(dataset);
  const tables = {
    rows: sql`SELECT * FROM ${tableOf(dataset)} UNION ALL SELECT ${join(values, ', ')} FROM (${given}) given`,
    quarantine: sql`SELECT * FROM ${quarantine} WHERE rowid NOT IN (SELECT g.row FROM (${given}) g) ORDER BY rowid`,
    repairs: sql`${done.length > 0 ? kept : sql``} SELECT g.id, q.line, q.column_name, q.reason, q.detail, q.text, g.cells
      FROM (${given}) g JOIN (SELECT rowid AS row, * FROM ${quarantine}) q ON q.row = g.row ORDER BY id`,
  };
  let counted = dataset;
  for (const { row } of mended) counted = { ...counted, ...moved(counted, 1, fileOf(dataset, row)) };
  return makeNextVersion(
    workspace,
    dataset,
    tables,
    (fields) => ({
      ...counted,
      ...{ follows: { how: 'repaired', version: dataset.version }, fields, repaired: [...done, ...repairs] },
    }),
    facts,
    context,
    forget,
  );
}
