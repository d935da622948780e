import { z } from 'zod';
import { type Dataset, type QuarantinedRow, quarantinedRowSchema } from '#shared/intake/index.ts';
import { maskJsonLine } from '#shared/privacy/json.ts';
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
): Promise<{ total: number; rows: QuarantinedRow[] }> {
  const dataset = workspace.catalogue.datasets.byId(page.dataset);
  const rows = await workspace.warehouse.rows(
    sql`SELECT line, column_name AS column, reason, detail, text FROM ${quarantineTableOf(dataset)} ORDER BY line, rowid LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  const masked = z.array(quarantinedRowSchema).parse(rows).map(maskerOf(dataset));
  return { total: dataset.quarantined, rows: masked };
}

function maskerOf(dataset: Dataset): (row: QuarantinedRow) => QuarantinedRow {
  const classes = new Map(dataset.fields.map((field) => [field.name, field.sensitivity]));
  const line = dataset.format === 'jsonl' ? jsonMasker(dataset) : recordMasker(dataset, classes);
  return (row) => ({
    ...row,
    detail: maskDetail(row.detail, row.column === null ? undefined : classes.get(row.column)),
    text: line(row.text),
  });
}

/** Rows of a sheet were quarantined as lines of CSV. */
function recordMasker(dataset: Dataset, classes: ReadonlyMap<string, Sensitivity>): (line: string) => string {
  const { delimiter = ',', quote = '"', columns } = dataset.options;
  const inFile: Sensitivity[] = columns
    ? columns.map(({ column, name, skip }) => (skip ? 'secret' : (classes.get(name ?? column) ?? 'internal')))
    : dataset.fields.map((field) => field.sensitivity);
  return (line) => maskRecord(line, { delimiter, quote }, inFile, maskText);
}

function jsonMasker(dataset: Dataset): (line: string) => string {
  const masked = dataset.fields.filter(({ sensitivity }) => isMasked(sensitivity));
  const skipped = (dataset.options.columns ?? []).filter(({ skip }) => skip);
  const hidden: [string, Sensitivity][] = [
    ...masked.map(({ name, sensitivity }): [string, Sensitivity] => [name, sensitivity]),
    ...skipped.map(({ column }): [string, Sensitivity] => [column, 'secret']),
  ];
  return (line) => maskText(maskJsonLine(line, hidden));
}

/** The value that did not fit stands in quotes before what was expected. */
function maskDetail(detail: string, sensitivity: Sensitivity | undefined): string {
  if (sensitivity === undefined || !isMasked(sensitivity)) return maskText(detail);
  return maskText(detail.replace(/^"(.*)"(?= → )/s, (_all, value: string) => `"${mask(value, sensitivity)}"`));
}
