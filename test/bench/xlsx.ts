import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { captureNode } from '../../scripts/lib/process.ts';
import type { Figure } from './figures.ts';

const limit = { previewMs: 1000, megabytes: 1500 };
const runs = 3;

/** A workbook of 500,000 rows and 20 columns: how long its preview takes, and what memory its import needs, against the limits set for them. */
export async function xlsx(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-bench-'));
  try {
    const file = join(folder, 'large.xlsx');
    await step('make', file, folder);
    const megabytes = Math.round((await stat(file)).size / 1e6);
    const what = `500,000 rows x 20 columns of XLSX (${megabytes} MB)`;
    const preview: Figure = {
      ...{ name: `sheets and first rows of ${what}`, unit: 'ms', goal: 1 },
      ...{ ours: [], baseline: [], baselineName: 'the limit' },
    };
    const memory: Figure = {
      ...preview,
      name: `peak memory of the import of ${what}`,
      unit: 'MB',
      ours: [],
      baseline: [],
    };
    for (let run = 0; run < runs; run++) {
      preview.ours.push((await step('preview', file, folder)).milliseconds);
      preview.baseline.push(limit.previewMs);
    }
    const load = await step('load', file, folder);
    memory.ours.push(load.megabytes);
    memory.baseline.push(limit.megabytes);
    process.stdout.write(`(the import took ${(load.milliseconds / 1000).toFixed(0)} s)\n`);
    return [preview, memory];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each in a process of its own, so that peak memory is that of one import. */
async function step(
  what: 'make' | 'preview' | 'load',
  file: string,
  folder: string,
): Promise<{ milliseconds: number; megabytes: number }> {
  const script = fileURLToPath(new URL('./xlsxStep.ts', import.meta.url));
  const { code, output } = await captureNode([script, what, file, folder]);
  if (code !== 0) throw new Error(`${what} failed: ${output}`);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '{}');
}
