import { statfs } from 'node:fs/promises';
import { AppError } from '#shared/errors/index.ts';

/** Throws `diskFull` before anything is written when the folder's disk has less than `needed` bytes free. */
export async function requireSpace(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < needed) {
    throw new AppError('diskFull', 'diskFull', { needed: megabytes(needed), free: megabytes(free) });
  }
}

/** The staged copy and the table made of it exist at the same time; text in gzip is rarely more than 12 times as long. */
export function spaceFor(bytes: number, gzip: boolean): number {
  return Math.ceil(bytes * (gzip ? 13 : 2.2));
}

function megabytes(bytes: number): string {
  const millions = bytes / 1_000_000;
  return millions >= 1000 ? `${(millions / 1000).toFixed(1)} GB` : `${Math.max(1, Math.round(millions))} MB`;
}
