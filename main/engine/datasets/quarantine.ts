import { z } from 'zod';
import { type Dataset, type PlacedRow, placedRowSchema, type QuarantinedRow } from '#shared/intake/index.ts';
import { maskJsonRecord } from '#shared/privacy/json.ts';
import { mask } from '#shared/privacy/mask.ts';
import { maskRecord } from '#shared/privacy/record.ts';
import { isMasked, type Sensitivity } from '#shared/privacy/sensitivity.ts';
import { maskText } from '#shared/privacy/text.ts';
import { sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
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
  const line = hides ? lineMasker(dataset, classes) : maskText;
  const several = dataset.parts !== undefined;
  return (row) => {
    // A file of several may call a column otherwise than the table does.
    const unknown = several && hides ? 'secret' : undefined;
    const sensitivity = row.column === null ? undefined : (classes.get(row.column) ?? unknown);
    return { ...row, detail: maskDetail(row.detail, sensitivity), text: line(row.text) };
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

function lineMasker(dataset: Dataset, classes: ReadonlyMap<string, Sensitivity>): (line: string) => string {
  const { columnStarts, escape: escaping } = dataset.options;
  // Each of several files has columns and a dialect of its own; a bad line of fixed width may be shifted.
  if (dataset.parts !== undefined || columnStarts !== undefined || escaping === '\\') return () => hiddenLine;
  switch (dataset.format) {
    case 'json':
    case 'jsonl':
      return (line) => maskJsonRecord(line, classes);
    case 'delimited':
    case 'xlsx':
    case 'xls':
    case 'sqlite':
      return recordMasker(dataset, classes);
    case 'parquet':
    case 'duckdb':
      return () => hiddenLine;
  }
}

/** Rows of a sheet were quarantined as lines of CSV. */
function recordMasker(dataset: Dataset, classes: ReadonlyMap<string, Sensitivity>): (line: string) => string {
  const { delimiter = ',', quote = '"', columns } = dataset.options;
  const inFile: Sensitivity[] = columns
    ? columns.map(({ column, name, skip }) => (skip ? 'secret' : (classes.get(name ?? column) ?? 'secret')))
    : dataset.fields.map((field) => field.sensitivity);
  return (line) => maskRecord(line, { delimiter, quote }, inFile, maskText);
}

/** The value that did not fit stands in quotes before what was expected, and after the file where there are several. */
function maskDetail(detail: string, sensitivity: Sensitivity | undefined): string {
  if (sensitivity === undefined || !isMasked(sensitivity)) return maskText(detail);
  return maskText(detail.replace(/"(.*)"(?= → )/s, (_all, value: string) => `"${mask(value, sensitivity)}"`));
}
