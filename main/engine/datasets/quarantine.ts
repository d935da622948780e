import { z } from 'zod';
import { type Dataset, type PlacedRow, placedRowSchema, type QuarantinedRow } from '#shared/intake/index.ts';
import { maskJsonRecord } from '#shared/privacy/json.ts';
import { mask } from '#shared/privacy/mask.ts';
import { maskRecord } from '#shared/privacy/record.ts';
import { isMasked, type Sensitivity } from '#shared/privacy/sensitivity.ts';
import { maskText } from '#shared/privacy/text.ts';
import { sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { lineFormAt } from './lineForm.ts';
import { quarantineTableOf } from './tables.ts';

/** Quarantined rows of a dataset in file order, masked like the rows that were loaded. */
export async function readQuarantine(
  workspace: Workspace,
  page: { dataset: string; offset: number; limit: number },
): Promise<{ total: number; rows: PlacedRow[] }> {
  const dataset = workspace.catalogue.datasets.byId(page.dataset);
  const rows = await quarantinedPage(workspace, dataset, page);
  return { total: dataset.quarantined, rows: rows.map(quarantineMasker(dataset)) };
}

/** Quarantined rows in file order as they stand in the file, unmasked. */
export async function quarantinedPage(
  workspace: Workspace,
  dataset: Dataset,
  { offset, limit }: { offset: number; limit: number },
): Promise<PlacedRow[]> {
  const rows = await workspace.warehouse.rows(
    sql`${quarantinedRows(dataset)} ORDER BY line, rowid LIMIT ${limit} OFFSET ${offset}`,
  );
  return z.array(placedRowSchema).parse(rows);
}

/** As it stands in the file, unmasked; null where there is none in this place. */
export async function quarantinedRow(workspace: Workspace, dataset: Dataset, row: number): Promise<PlacedRow | null> {
  const [found] = await workspace.warehouse.rows(sql`${quarantinedRows(dataset)} WHERE rowid = ${row}`);
  return found === undefined ? null : placedRowSchema.parse(found);
}

const quarantinedRows = (dataset: Dataset) =>
  sql`SELECT rowid AS row, line, column_name AS column, reason, coalesce(detail, '') AS detail, text FROM ${quarantineTableOf(dataset)}`;

/** What stands for a line of which nobody can say whose cells are where. */
const hiddenLine = '****';

/** What a quarantined row shows of itself, in the window and in an export. */
export function quarantineMasker(dataset: Dataset): <Row extends QuarantinedRow>(row: Row) => Row {
  const classes = classesOf(dataset);
  const hides = [...classes.values()].some(isMasked);
  const several = dataset.parts !== undefined;
  return (row) => {
    // A file of several may call a column otherwise than the table does.
    const unknown = several && hides ? 'secret' : undefined;
    const sensitivity = row.column === null ? undefined : (classes.get(row.column) ?? unknown);
    const text = hides ? maskedLine(dataset, classes, row) : maskText(row.text);
    return { ...row, detail: maskDetail(row.detail, sensitivity), text };
  };
}

/** By the names in the dataset and by those in the file, those of columns that were left out as well. */
function classesOf(dataset: Dataset): Map<string, Sensitivity> {
  const classes = new Map(dataset.fields.map((field) => [field.name, field.sensitivity]));
  for (const { column, name, skip } of dataset.options.columns ?? []) {
    const own = skip ? 'secret' : classes.get(name ?? column);
    if (own === undefined || (name !== undefined && classes.has(column))) continue;
    classes.set(column, own);
  }
  return classes;
}

/** A bad line of fixed width may be shifted, and of some files nobody knows how their lines are cut. */
function maskedLine(
  dataset: Dataset,
  classes: ReadonlyMap<string, Sensitivity>,
  row: Pick<QuarantinedRow, 'detail' | 'text'>,
): string {
  const isJson = dataset.format === 'json' || dataset.format === 'jsonl';
  if (isJson && dataset.parts === undefined) return maskJsonRecord(row.text, classes);
  const form = lineFormAt(dataset, row);
  if (form === null) return hiddenLine;
  const inFile = form.columns.map((name): Sensitivity => (name === null ? 'secret' : (classes.get(name) ?? 'secret')));
  return maskRecord(row.text, form, inFile, maskText);
}

/** The value that did not fit stands in quotes before what was expected, and after the file where there are several. */
function maskDetail(detail: string, sensitivity: Sensitivity | undefined): string {
  if (sensitivity === undefined || !isMasked(sensitivity)) return maskText(detail);
  return maskText(detail.replace(/"(.*)"(?= → )/s, (_all, value: string) => `"${mask(value, sensitivity)}"`));
}
