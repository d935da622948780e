import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  type Dataset,
  type FileFormat,
  type FileInspection,
  quarantineReasons,
  type ReadOptions,
} from '#shared/intake/index.ts';
import { quarantineTableOf } from '../datasets/index.ts';
import { sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { IntakeContext } from './context.ts';
import { load } from './load.ts';
import { type Place, withPlace } from './place.ts';
import { type Recognised, recognise } from './recognise.ts';
import { removeDataset } from './remove.ts';

/** Quarantined rows that are named one by one. */
const rowsNamed = 10_000;

/** Formats whose names of columns stand in rows. */
const hasHeaders: ReadonlySet<FileFormat> = new Set(['delimited', 'xlsx', 'xls']);

type Written = Pick<Recognised, 'gzip' | 'bom' | 'confidence'>;

/** Says all of a file that loading it shows, and keeps nothing. No value of it is in what is said. */
export async function describeFile(
  workspace: Workspace,
  place: Place,
  options: ReadOptions,
  context: IntakeContext,
): Promise<FileInspection> {
  const name = randomBytes(6).toString('hex');
  const { gzip, bom, confidence } = await withPlace(workspace.warehouse, place, options, context, {
    one: (source): Promise<Written> => recognise(source, options),
    many: () => Promise.resolve({ gzip: false, bom: false, confidence: 1 }),
  });
  const dataset = await load(workspace, place, name, options, { ...context, allowEmpty: true }, 'keep');
  try {
    const { file, bytes, sha256, format, rows, quarantined, accounting } = dataset;
    const { encoding = null, header, headerRows, skip, sheet } = dataset.options;
    return {
      ...{ file, bytes, sha256, format, encoding, gzip, bom, confidence },
      dialect: dialectOf(dataset),
      headerRows: headerRows ?? Number(hasHeaders.has(format) && (header ?? true)),
      skip: skip ?? 0,
      sheet: sheet ?? null,
      columns: columnsOf(dataset),
      rowsLoaded: rows,
      rowsQuarantined: quarantined,
      quarantined: await quarantineOf(workspace, dataset),
      accounting: accounting ?? null,
      remarks: dataset.remarks ?? [],
      parts: dataset.parts ?? null,
    };
  } finally {
    await removeDataset(workspace, dataset.id);
  }
}

function dialectOf({ format, options }: Dataset): FileInspection['dialect'] {
  if (format !== 'delimited') return null;
  const { delimiter = ',', quote = '"', escape: mark = '', comment = '', columnStarts } = options;
  if (columnStarts) return { kind: 'fixedWidth', columnStarts, comment };
  return { kind: 'delimited', delimiter, quote, escape: mark || quote, comment };
}

function columnsOf({ fields, options }: Dataset): FileInspection['columns'] {
  const inFile = new Map((options.columns ?? []).map(({ column, name = column }) => [name, column]));
  return fields.map(({ name, type, nativeType, sensitivity, nulls }) => {
    return { name, inFile: inFile.get(name) ?? name, type, nativeType, class: sensitivity, nulls };
  });
}

const rowSchema = z.object({ line: z.number(), reason: z.enum(quarantineReasons), column: z.string().nullable() });

async function quarantineOf(workspace: Workspace, dataset: Dataset): Promise<FileInspection['quarantined']> {
  const rows = await workspace.warehouse.rows(
    sql`SELECT line, reason, column_name AS column FROM ${quarantineTableOf(dataset)} ORDER BY line, rowid LIMIT ${rowsNamed}`,
  );
  return rows.map((row) => rowSchema.parse({ ...row, line: Number(row.line) }));
}
