import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '#shared/errors/index.ts';
import type { IntakeContext } from '../context.ts';
import { orCancelled } from './orCancelled.ts';
import { statIfThere } from './statIfThere.ts';

/** What a file, a folder or several files are now, without a look inside: another stamp once one of them is written to. */
export async function stampOf(place: string | readonly string[], { signal }: IntakeContext): Promise<string> {
  const stamps = [place].flat().map((path) => stampsAt(path));
  const all = await orCancelled(Promise.all(stamps), signal);
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

async function stampsAt(path: string): Promise<readonly (string | number)[][]> {
  const found = await statIfThere(path);
  if (!found?.isDirectory()) return [[path, found?.size ?? 0, found?.mtimeMs ?? 0]];
  const names = (await readdir(path, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  return (await Promise.all(names.toSorted().map((name) => stampsAt(join(path, name))))).flat();
}

/** Throws `fileChangedSince` where files are no longer what they were when they were looked at. */
export async function requireAsSeen(
  place: string | readonly string[],
  seen: string | undefined,
  context: IntakeContext,
): Promise<void> {
  if (seen === undefined || seen === (await stampOf(place, context))) return;
  // Reading it says that it is gone, which is more than that it changed.
  const found = await orCancelled(Promise.all([place].flat().map(statIfThere)), context.signal);
  if (found.includes(null)) return;
  throw new AppError('io', 'fileChangedSince', { file: basename([place].flat()[0] ?? '') });
}
