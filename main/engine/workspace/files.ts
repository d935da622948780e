import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/errors/index.ts';

/** What lies in a workspace folder. Windows that delete or move parts of it by hand are told so by name. */
export const parts = {
  marker: 'clientscope.json',
  warehouse: 'warehouse.duckdb',
  catalogue: 'catalogue.sqlite',
  files: 'files',
  spill: 'spill',
} as const;

const formatVersion = 1;
const markerSchema = z.object({
  format: z.literal('clientscope.workspace'),
  version: z.number().int(),
  name: z.string(),
  sample: z.boolean(),
});
export type Marker = Pick<z.infer<typeof markerSchema>, 'name' | 'sample'>;

/** Says that `path` is a workspace, and which. Fails with `workspaceMissing`, `workspaceNotOne` or `workspaceNewer`. */
export async function readMarker(path: string, name: string): Promise<Marker> {
  await stat(path).catch(() => {
    throw new AppError('notFound', 'workspaceMissing', { name });
  });
  const text = await readFile(join(path, parts.marker), 'utf8').catch(() => undefined);
  const marker = text === undefined ? undefined : markerSchema.safeParse(parseJson(text));
  if (!marker?.success) throw new AppError('validation', 'workspaceNotOne', { name });
  if (marker.data.version > formatVersion) {
    throw new AppError('conflict', 'workspaceNewer', { name, found: marker.data.version, known: formatVersion });
  }
  return marker.data;
}

export async function writeMarker(path: string, marker: Marker): Promise<void> {
  const content = { format: 'clientscope.workspace', version: formatVersion, ...marker };
  await writeFile(join(path, parts.marker), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
}

/** Fails with `workspaceNotEmpty` when there is anything in the folder. */
export async function refuseUsedFolder(path: string, name: string): Promise<void> {
  const entries = await readdir(path).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return [];
    if (thrown.code === 'ENOTDIR') throw new AppError('validation', 'workspaceNotOne', { name });
    throw thrown;
  });
  if (entries.length > 0) throw new AppError('conflict', 'workspaceNotEmpty', { name });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
