import { access, constants, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/index.ts';
import { passingName, removeLeftBehind } from './passing.ts';

/** Makes the folder that results go into, or fails with `outputNotWritable` before anything is computed. */
export async function outputFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK | constants.X_OK);
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    throw new AppError('permission', 'outputNotWritable', { path }, { detail });
  }
}

/** Lets `write` make a file under a passing name and then gives it its own: a reader finds all of it or none. */
export async function writeWhole(folder: string, name: string, write: (path: string) => Promise<void>): Promise<void> {
  await removeLeftBehind(folder, '.', '.part');
  const passing = join(folder, passingName('.', '.part'));
  try {
    await write(passing);
    await rename(passing, join(folder, name));
  } catch (thrown) {
    await rm(passing, { force: true });
    throw writeError(thrown, name);
  }
}

/** Writes a text file, readable by its user only. */
export function writeText(folder: string, name: string, text: string): Promise<void> {
  return writeWhole(folder, name, (path) => writeFile(path, text, { mode: 0o600 }));
}

/** What a failed write means, as a sentence. */
export function writeError(thrown: unknown, file: string): unknown {
  if (!(thrown instanceof Error) || !('code' in thrown)) return thrown;
  const detail = thrown.message;
  if (thrown.code === 'ENOSPC') return new AppError('diskFull', 'diskFullNow', {}, { detail });
  return typeof thrown.code === 'string' && /^E[A-Z]+$/.test(thrown.code)
    ? new AppError('io', 'io', { file }, { detail })
    : thrown;
}

const longestName = 80;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A report's name as a file name that every system takes, and that none of `taken` (in lower case) has. */
export function safeFileName(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = [...plain].slice(0, longestName).join('').trim();
  const stem = short === '' || reserved.test(short) ? `_${short}` : short;
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? stem : `${stem} (${n})`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
