import { createHash } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { EngineEvent } from '#shared/contract/index.ts';
import { openCatalogue } from '../catalogue/index.ts';
import { openWarehouse } from '../warehouse/index.ts';
import { workspaceError } from './errors.ts';
import { type Marker, parts, readMarker, refuseUsedFolder, writeMarker } from './files.ts';
import type { Workspace } from './types.ts';

export interface OpenOptions {
  path: string;
  /** Make it first, in a folder that is absent or empty. */
  create?: boolean;
  /** Its name where it is made; that of its folder where left out. */
  name?: string;
  sample?: boolean;
  emit?: (event: EngineEvent) => void;
}

/** Opens a workspace folder for this process alone. */
export async function openWorkspace(options: OpenOptions): Promise<Workspace> {
  const path = resolve(options.path);
  const name = basename(path);
  try {
    if (options.create) await create(path, { name: options.name ?? name, sample: options.sample ?? false });
    const marker = await readMarker(path, name);
    return await open(path, marker, options.emit ?? (() => undefined));
  } catch (thrown) {
    throw workspaceError(thrown, name);
  }
}

export async function closeWorkspace(workspace: Workspace): Promise<void> {
  await workspace.warehouse.close();
  workspace.catalogue.close();
}

async function create(path: string, marker: Marker): Promise<void> {
  await refuseUsedFolder(path, marker.name);
  await mkdir(path, { recursive: true, mode: 0o700 });
  // The folder may have been there before, with wider permissions.
  await chmod(path, 0o700);
  await writeMarker(path, marker);
}

async function open(path: string, marker: Marker, emit: Workspace['emit']): Promise<Workspace> {
  const files = join(path, parts.files);
  const spill = join(path, parts.spill);
  await mkdir(files, { recursive: true, mode: 0o700 });
  await mkdir(spill, { recursive: true, mode: 0o700 });
  // The catalogue first: its lock tells a workspace that is open elsewhere before DuckDB touches its own file.
  const catalogue = openCatalogue(join(path, parts.catalogue), marker.name);
  try {
    const warehouse = await openWarehouse({ database: join(path, parts.warehouse), files, spill });
    await Promise.all([parts.catalogue, parts.warehouse].map((file) => chmod(join(path, file), 0o600)));
    catalogue.audit.append('open', marker.name, {});
    return { id: idOf(path), path, name: marker.name, sample: marker.sample, warehouse, catalogue, emit };
  } catch (thrown) {
    catalogue.close();
    throw thrown;
  }
}

function idOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
