import { z } from 'zod';
import { AppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { type Forget, quarantineTableOf, repairTableOf, tableOf } from '../../datasets/index.ts';
import { identifier, join, sql } from '../../warehouse/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import type { IntakeContext } from '../context.ts';
import { moved } from './counts.ts';
import { makeNextVersion } from './nextVersion.ts';
import { cellSql, givenSql, valueSql } from './values.ts';

const textsSchema = z.array(z.string().nullable());

/** Undoes a repair, whichever was last; see `datasets.putBack` of the contract. */
export async function putBack(
  workspace: Workspace,
  wanted: { readonly dataset: string; readonly version: number; readonly repair: number },
  context: IntakeContext,
  forget: Forget,
): Promise<Dataset> {
  const { warehouse, catalogue } = workspace;
  const dataset = catalogue.datasets.byId(wanted.dataset);
  const repair = dataset.repaired?.find(({ id }) => id === wanted.repair);
  if (dataset.version !== wanted.version || !repair) throw new AppError('conflict', 'quarantineChanged');
  const [stored] = await warehouse.rows(
    sql`SELECT to_json(cells) AS texts FROM ${repairTableOf(dataset)} WHERE id = ${repair.id}`,
  );
  const texts = textsSchema.parse(JSON.parse(String(stored?.texts)));
  // The same text is read the same way again. Rows that are alike throughout stand for one another; the last one came last.
  const alike = dataset.fields.map(
    (field, i) => sql`${identifier('t', field.name)} IS NOT DISTINCT FROM ${valueSql(dataset, field, cellSql(i))}`,
  );
  const given = givenSql([{ id: repair.id, row: 0, cells: dataset.fields.map((_, i) => texts[i] ?? null) }]);
  const [place] = await warehouse.rows(
    sql`SELECT max(t.rowid) AS place FROM ${tableOf(dataset)} t, (${given}) given WHERE ${join(alike, ' AND ')}`,
    { signal: context.signal },
  );
  if (place?.place === null || place?.place === undefined) throw new AppError('conflict', 'quarantineChanged');
  const left = (dataset.repaired ?? []).filter(({ id }) => id !== repair.id);
  const tables = {
    rows: sql`SELECT * FROM ${tableOf(dataset)} WHERE rowid <> ${place.place}`,
    quarantine: sql`SELECT * FROM ${quarantineTableOf(dataset)} UNION ALL
      SELECT line, column_name, reason, detail, text FROM ${repairTableOf(dataset)} WHERE id = ${repair.id}`,
    repairs: sql`SELECT * FROM ${repairTableOf(dataset)} WHERE id <> ${repair.id}`,
  };
  const { repaired: _, ...rest } = dataset;
  return makeNextVersion(
    workspace,
    dataset,
    tables,
    (fields) => ({
      ...rest,
      ...moved(dataset, -1, repair.file),
      ...{ follows: { how: 'putBack', version: dataset.version }, fields },
      ...(left.length > 0 ? { repaired: left } : {}),
    }),
    { line: repair.line, ...(repair.file === undefined ? {} : { file: repair.file }), undone: 1 },
    context,
    forget,
  );
}
