import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { toAppError } from '#shared/errors/index.ts';
import { openWarehouse, type Warehouse } from '../warehouse/index.ts';
import type { SampleControl, SampleFile, SampleOptions } from './options.ts';
import { sampleSteps } from './steps.ts';
import { writeOutput } from './writeOutput.ts';

/**
 * Writes the sample portfolio, as a bank would export it, into `out`. The same size and seed give the same bytes on any
 * number of threads. The files appear together at the end; when it is cancelled or fails, nothing is left behind.
 */
export async function generateSample(
  options: SampleOptions,
  control: SampleControl = {},
): Promise<{ files: SampleFile[] }> {
  await mkdir(options.out, { recursive: true });
  const work = await mkdtemp(join(resolve(options.out), '.generating-'));
  const [files, spill, done] = [join(work, 'files'), join(work, 'spill'), join(work, 'done')];
  try {
    await Promise.all([files, spill, done].map((folder) => mkdir(folder)));
    const warehouse = await openWarehouse({ database: join(work, 'work.duckdb'), files, spill });
    const made = await runSteps(warehouse, done, options, control).finally(() => warehouse.close());
    for (const { name } of made) await rename(join(done, name), join(options.out, name));
    return { files: made };
  } catch (thrown) {
    throw toAppError(thrown);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function runSteps(
  warehouse: Warehouse,
  folder: string,
  options: SampleOptions,
  control: SampleControl,
): Promise<SampleFile[]> {
  const steps = sampleSteps(options);
  const whole = steps.reduce((sum, step) => sum + step.effort, 0);
  const made: SampleFile[] = [];
  let before = 0;
  for (const step of steps) {
    const report = (share: number) =>
      control.progress?.({ file: step.file, share: Math.min(1, (before + share * step.effort) / whole) });
    const query = { signal: control.signal, onProgress: report };
    if (step.make === 'table') await warehouse.run(step.statement, query);
    else made.push(await writeOutput(warehouse, step, folder, query));
    before += step.effort;
    control.progress?.({ file: step.file, share: before / whole });
  }
  return made;
}
