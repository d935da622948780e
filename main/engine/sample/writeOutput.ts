import { rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { literal, type QueryOptions, type Sql, sql, type Warehouse } from '../warehouse/index.ts';
import { number } from './choices.ts';
import { restyleCsv } from './csvExport.ts';
import type { SampleFile } from './options.ts';
import type { OutputStep } from './steps.ts';
import { campaignWorkbook } from './workbook.ts';

/** Rows of a Parquet row group: a whole number of DuckDB's vectors, and fixed, for the sake of equal bytes. */
const rowGroup = 122_880;

/** Writes the rows of a step's query as its file into `folder`. */
export async function writeOutput(
  warehouse: Warehouse,
  step: OutputStep,
  folder: string,
  query: QueryOptions,
): Promise<SampleFile> {
  const path = join(folder, step.file);
  // DuckDB may write here only; its names are plain so that no file system gets in the way.
  const raw = join(warehouse.files, `output.${step.make}`);
  let rows: number;
  switch (step.make) {
    case 'csv':
      rows = await copy(warehouse, sql`COPY (${step.query}) TO ${literal(raw)} (FORMAT csv, HEADER true)`, query);
      await restyleCsv(raw, path, step.style, query.signal);
      break;
    case 'parquet': {
      const format = sql`(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${number(rowGroup)})`;
      rows = await copy(warehouse, sql`COPY (${step.query}) TO ${literal(raw)} ${format}`, query);
      await rename(raw, path);
      break;
    }
    case 'workbook': {
      const found = await warehouse.rows(step.query, query);
      await writeFile(path, await campaignWorkbook(found));
      rows = found.length;
    }
  }
  return { name: step.file, bytes: (await stat(path)).size, rows };
}

/** Runs a COPY and says how many rows it wrote. */
async function copy(warehouse: Warehouse, statement: Sql, query: QueryOptions): Promise<number> {
  const [answer] = await warehouse.rows(statement, query);
  return Number(answer?.Count);
}
