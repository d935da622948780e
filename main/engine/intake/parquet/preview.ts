import { open, rm } from 'node:fs/promises';
import { sql, type Warehouse } from '../../warehouse/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { fieldTypeOf } from '../fields.ts';
import { previewRows } from '../limits.ts';
import type { PreviewParts } from '../preview.ts';
import { selectColumns } from '../selectColumns.ts';
import { suggestSensitivity } from '../sensitivity.ts';
import { truncated } from '../source/errors.ts';
import type { Source } from '../source/source.ts';
import { stagedPath } from '../source/stage.ts';
import { tableSample } from '../tableSample.ts';
import { parquetErrors, readParquet } from './load.ts';

/** Bytes from the beginning of a Parquet file that a preview copies: nearly always its first row group. */
const headBytes = 32_000_000;
const chunkBytes = 1 << 22;

/** How a Parquet file would be read. Of a large one only the head and the footer are copied, into a file with a hole. */
export async function previewParquet(
  warehouse: Warehouse,
  source: Source,
  context: IntakeContext,
): Promise<PreviewParts> {
  const path = await stagedPath(warehouse, '.parquet');
  try {
    await copyEnds(source, path, context);
    const from = readParquet(path);
    const stored = await parquetErrors(source.file, () => warehouse.describe(sql`SELECT * FROM ${from}`));
    const select = selectColumns(stored, from, {}, source.file);
    const described = await warehouse.describe(select);
    const sample = await parquetErrors(source.file, () =>
      tableSample(warehouse, sql`(${select} LIMIT ${previewRows})`),
    );
    return {
      columns: described.map(({ name, type }, i) => ({
        column: name,
        type: fieldTypeOf(type),
        sensitivity: suggestSensitivity(
          name,
          fieldTypeOf(type),
          sample.map((row) => row[i] ?? null),
        ),
      })),
      sample,
      typesFixed: true,
    };
  } finally {
    await rm(path, { force: true });
  }
}

async function copyEnds(source: Source, path: string, context: IntakeContext): Promise<void> {
  const tail = await source.read(Math.max(0, source.bytes - 8), 8);
  const footer = tail.length === 8 ? tail.readUInt32LE(0) + 8 : 0;
  if (tail.toString('latin1', 4) !== 'PAR1' || footer > source.bytes)
    throw truncated(source.file, 'Parquet', 'no footer');
  const head = Math.min(source.bytes, headBytes);
  const out = await open(path, 'wx', 0o600);
  try {
    const copy = async (from: number, to: number) => {
      for (let at = from; at < to; at += chunkBytes) {
        stopIfCancelled(context);
        const chunk = await source.read(at, Math.min(chunkBytes, to - at));
        await out.write(chunk, 0, chunk.length, at);
      }
    };
    await copy(0, head);
    await copy(Math.max(head, source.bytes - footer), source.bytes);
  } finally {
    await out.close();
  }
}
