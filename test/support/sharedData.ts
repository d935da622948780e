import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The folder with the public data sets that the real-input tests read, or null where it is absent. */
export const sharedData: string | null = find();

/** For a test's title: says why it is skipped. */
export const whySkipped = sharedData === null ? ' (skipped: no ../shared/data)' : '';

function find(): string | null {
  const path = process.env.CLIENTSCOPE_SHARED_DATA ?? resolve(import.meta.dirname, '../../../shared/data');
  return existsSync(path) ? path : null;
}
