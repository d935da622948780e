import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The checkout this script belongs to. */
export const root = resolve(dirname(import.meta.filename), '../..');

/** Where this checkout keeps its links to the prepared runtime. */
export const runtimeDir = join(root, '.runtime');

/** The folder, shared by all checkouts of one user, that holds what was fetched or compiled once. */
export function cacheDir(): string {
  const { CLIENTSCOPE_CACHE, XDG_CACHE_HOME } = process.env;
  return CLIENTSCOPE_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'clientscope');
}

/** A path inside the checkout's node_modules. */
export function nodeModule(...parts: string[]): string {
  return join(root, 'node_modules', ...parts);
}
