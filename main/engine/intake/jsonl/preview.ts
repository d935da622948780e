import { rm, writeFile } from 'node:fs/promises';
import { AppError } from '#shared/errors/index.ts';
import type { ReadOptions } from '#shared/intake/index.ts';
import { sql, type Warehouse } from '../../warehouse/index.ts';
import { fieldTypeOf } from '../fields.ts';
import { previewRows } from '../limits.ts';
import type { PreviewParts } from '../preview.ts';
import type { Recognised } from '../recognise.ts';
import { selectColumns } from '../selectColumns.ts';
import { suggestSensitivity } from '../sensitivity.ts';
import { stagedPath } from '../source/stage.ts';
import { tableSample } from '../tableSample.ts';
import { conversionsOf } from './conversions.ts';
import { flattened } from './flat.ts';
import { withIdentifiers } from './identifiers.ts';
import { type SplitCounts, splitJsonLines } from './split.ts';

/** Takes a text at a path apart: objects as lines into one file, what is none into another. */
type Split = (path: string, out: { good: string; bad: string }) => Promise<SplitCounts>;

/** How JSON lines would be read, by those of the head. */
export function previewJsonLines(
  warehouse: Warehouse,
  recognised: Recognised,
  options: ReadOptions,
  file: string,
): Promise<PreviewParts> {
  return previewObjects(warehouse, recognised, options, file, (path, out) => splitJsonLines(path, out, {}));
}

export async function previewObjects(
  warehouse: Warehouse,
  recognised: Recognised,
  options: ReadOptions,
  file: string,
  split: Split,
): Promise<PreviewParts> {
  const paths = await Promise.all(['.jsonl', '.jsonl', '.csv'].map((extension) => stagedPath(warehouse, extension)));
  const [head = '', good = '', bad = ''] = paths;
  try {
    await writeFile(head, recognised.text[0] ?? '', { mode: 0o600 });
    const counts = await split(head, { good, bad });
    if (counts.good === 0) {
      throw new AppError('validation', 'fileNoUsableRows', { file, rejected: counts.bad, line: counts.firstBadLine });
    }
    const from = await flattened(warehouse, await withIdentifiers(warehouse, good));
    const source = await warehouse.describe(sql`SELECT * FROM ${from}`);
    const unchosen = { columns: (options.columns ?? []).map(({ column }) => ({ column })) };
    const { values, remarks } = await conversionsOf(warehouse, source, from, unchosen);
    const select = selectColumns(source, from, unchosen, file, values);
    const described = await warehouse.describe(select);
    const sample = await tableSample(warehouse, sql`(${select} LIMIT ${previewRows})`);
    return {
      columns: described.map(({ name, type }, i) => ({
        column: name,
        type: options.columns?.find(({ column }) => column === name)?.type ?? fieldTypeOf(type),
        sensitivity: suggestSensitivity(
          name,
          fieldTypeOf(type),
          sample.map((row) => row[i] ?? null),
        ),
      })),
      sample,
      remarks: [...remarks],
    };
  } finally {
    await Promise.all(paths.map((path) => rm(path, { force: true })));
  }
}
