import { rm } from 'node:fs/promises';
import type { Warehouse } from '../../warehouse/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { chunksOf, reportRead, type Source, withSource } from '../source/source.ts';
import { requireSpace } from '../source/space.ts';
import { stagedPath } from '../source/stage.ts';
import { statIfThere } from '../source/statIfThere.ts';
import { writeNew } from '../source/writeNew.ts';

/** What stands beside a database while it is in use, and belongs to it. */
export const besides = { sqlite: ['-wal', '-journal'], duckdb: ['.wal'] } as const;
/** What SQLite makes beside our copy. */
const made = ['-wal', '-journal', '-shm', '.wal'];

/** Gives `work` a copy of a database with its log, so that nothing is ever written beside the user's file. */
export async function withCopy<T>(
  warehouse: Warehouse,
  source: Source,
  kind: keyof typeof besides,
  context: IntakeContext,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const path = await stagedPath(warehouse, `.${kind}`);
  try {
    await requireSpace(warehouse.files, Math.ceil(source.bytes * 1.1));
    await writeNew(path, copied(source, context));
    await withLogs(source.path, path, kind, context);
    await source.assertUnchanged();
    return await work(path);
  } finally {
    await rm(path, { force: true });
    await removeLogs(path);
  }
}

async function* copied(source: Source, context: IntakeContext): AsyncGenerator<Buffer> {
  let done = 0;
  for await (const chunk of chunksOf(source)) {
    stopIfCancelled(context);
    yield chunk;
    done += chunk.length;
    reportRead(source, 'copying', done);
  }
}

/** Removes what stands beside our copy. */
export async function removeLogs(path: string): Promise<void> {
  await Promise.all(made.map((end) => rm(`${path}${end}`, { force: true })));
}

/** Changes that are not in the file yet stand in its log. */
export async function withLogs(
  from: string,
  to: string,
  kind: keyof typeof besides,
  context: IntakeContext,
): Promise<void> {
  for (const end of besides[kind]) {
    const log = await statIfThere(`${from}${end}`);
    if (!log?.isFile() || log.size === 0) continue;
    await withSource(`${from}${end}`, (source) => writeNew(`${to}${end}`, chunksOf(source)), { context });
  }
}
