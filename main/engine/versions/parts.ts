import { createHash } from 'node:crypto';
import type { Dataset, FilePart } from '#shared/intake/index.ts';
import { lineFormOf } from '../datasets/index.ts';

/** A dataset of one file as a part of one of several. */
export function partOf(dataset: Dataset): FilePart {
  const { file, rows, quarantined, accounting, sha256, bytes } = dataset;
  const lines = lineFormOf(dataset);
  return { file, rows, quarantined, ...(accounting ? { accounting } : {}), sha256, bytes, ...(lines ? { lines } : {}) };
}

/** The hash of a dataset that holds one file, or several, and then another. */
export function hashOfBoth(before: string, added: string): string {
  return createHash('sha256').update(`${before}\0${added}`).digest('hex');
}
