import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { captureNode } from '../../scripts/lib/process.ts';
import type { Figure } from './figures.ts';

const pairs = 5;

/**
 * Import of a 10-million-row CSV with rejects and light profile: time and peak memory. Against a bare CREATE TABLE AS read_csv,
 * which makes numbers of the ids and loses their leading zeros, and against one that is told to keep them as we do.
 */
export async function importCsv(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-bench-'));
  try {
    const file = join(folder, 'ten-million.csv');
    await step('make', file, folder);
    const megabytes = Math.round((await stat(file)).size / 1e6);
    const head = { baselineName: 'bare CREATE TABLE AS read_csv', goal: 1.3 };
    const time: Figure = {
      ...head,
      name: `import of 10 million rows (${megabytes} MB)`,
      unit: 's',
      ours: [],
      baseline: [],
    };
    const memory: Figure = { ...head, name: 'its peak memory', unit: 'MB', ours: [], baseline: [] };
    const alike: Figure = { ...time, ours: [], baseline: [], baselineName: 'the same, the ids kept as text' };
    for (let pair = 0; pair < pairs; pair++) {
      const bare = await step('bare', file, folder);
      const ours = await step('ours', file, folder);
      const kept = await step('kept', file, folder);
      time.baseline.push(bare.seconds);
      time.ours.push(ours.seconds);
      alike.baseline.push(kept.seconds);
      alike.ours.push(ours.seconds);
      memory.baseline.push(bare.megabytes);
      memory.ours.push(ours.megabytes);
    }
    return [time, alike, memory];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each in a process of its own, so that peak memory is that of one import. */
async function step(
  what: 'make' | 'bare' | 'kept' | 'ours',
  file: string,
  folder: string,
): Promise<{ seconds: number; megabytes: number }> {
  const { code, output } = await captureNode([
    fileURLToPath(new URL('./importCsvStep.ts', import.meta.url)),
    what,
    file,
    folder,
  ]);
  if (code !== 0) throw new Error(`${what} failed: ${output}`);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '{}');
}
