import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = process.env.CLIENTSCOPE_SHARED_DATA ?? resolve(import.meta.dirname, '../../../shared/data');

/** The path of a real file beside the repository, or null where it is not there, which is said once. */
export function sharedData(...path: readonly string[]): string | null {
  const found = join(folder, ...path);
  if (existsSync(found)) return found;
  console.log(`skipped: no ../shared/data (${path.join('/')})`);
  return null;
}
