import { createHash } from 'node:crypto';

/** The hash of several files that became one table. */
export function digestOf(files: readonly { readonly name: string; readonly sha256: string }[]): string {
  const hash = createHash('sha256');
  for (const { name, sha256 } of files) hash.update(`${name}\0${sha256}\0`);
  return hash.digest('hex');
}
