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

/** A table up to so long goes through DuckDB's log, a longer one straight into the database. */
const loggedTableBytes = 64_000_000;

/**
 * The staged copy and the table made of it exist at the same time; text in gzip is rarely more than 12 times as long. What
 * DuckDB has in its log, of this load and those before, is there twice while it moves into the database: a disk that
 * is full at that moment would break the database off.
 */
export function spaceFor(bytes: number, gzip: boolean, logged: number): number {
  return Math.ceil(bytes * (gzip ? 13 : 2.2)) + Math.min(bytes, loggedTableBytes) + logged;
}

function megabytes(bytes: number): string {
  const millions = bytes / 1_000_000;
  return millions >= 1000 ? `${(millions / 1000).toFixed(1)} GB` : `${Math.max(1, Math.round(millions))} MB`;
}
