import { randomUUID } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ChosenFile } from '#shared/contract/index.ts';

/** Files the user chose in this run of the app, kept so that a restarted engine can be told again. */
export interface Grants {
  add(path: string): Promise<ChosenFile>;
  all(): readonly { token: string; path: string }[];
}

export function createGrants(tell: (grant: { token: string; path: string }) => Promise<unknown>): Grants {
  const known: { token: string; path: string }[] = [];
  return {
    async add(path) {
      const grant = { token: randomUUID(), path };
      known.push(grant);
      await tell(grant);
      // A file that cannot be looked at is still handed on: the engine says what is wrong with it.
      const bytes = await bytesOf(path).catch(() => 0);
      return { token: grant.token, name: basename(path), bytes };
    },
    all: () => known,
  };
}

/** Of a folder, what its files have, hidden ones and folders in it aside: those are not read. */
async function bytesOf(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.size;
  const files = (await readdir(path, { withFileTypes: true })).filter(
    (each) => each.isFile() && !each.name.startsWith('.'),
  );
  const sizes = await Promise.all(files.map(({ name }) => stat(join(path, name)).then(({ size }) => size)));
  return sizes.reduce((sum, size) => sum + size, 0);
}
