import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DataArea } from '../pages/data.ts';
import type { Frame } from '../pages/frame.ts';
import { ImportPanel } from '../pages/intake.ts';
import { StartScreen } from '../pages/start.ts';
import { willChoose, willSaveTo } from './dialogs.ts';
import { expect } from './fixture.ts';
import type { Launched } from './launch.ts';
import { type Words, words } from './words.ts';

/** A new workspace, open and empty. */
export async function newWorkspace({ app, window }: Launched, path: string): Promise<Frame> {
  await willSaveTo(app, path);
  const frame = await new StartScreen(window).create();
  await expect(new DataArea(window).emptyTitle).toBeVisible();
  return frame;
}

/** Chooses a file to import; the panel with a look at it opens. */
export async function chooseToImport(
  { app, window }: Launched,
  path: string | readonly string[],
  text: Words = words.zh,
): Promise<ImportPanel> {
  await willChoose(app, ...[path].flat());
  await new DataArea(window, text).importButton.click();
  return new ImportPanel(window, text);
}

/** Imports a file as it is found to be, and waits for its rows. */
export async function importFile(launched: Launched, path: string): Promise<void> {
  const panel = await chooseToImport(launched, path);
  await panel.loadWhole();
}

/** The copies of files that a workspace holds. */
export function filesOf(workspace: string): Promise<string[]> {
  return readdir(join(workspace, 'files'));
}

const kept = ['dataset', 'dataset_version', 'definition', 'definition_version', 'step', 'setting'];

/** What a workspace holds beside its tables: every dataset, version, definition and step in its catalogue, and its files. */
export async function stateOf(workspace: string): Promise<unknown> {
  const copy = await mkdtemp(join(tmpdir(), 'clientscope-e2e-'));
  try {
    // The engine alone may open it where it lies.
    const parts = (await readdir(workspace)).filter((name) => /^catalogue\.sqlite(-wal)?$/.test(name));
    for (const name of parts) await copyFile(join(workspace, name), join(copy, name));
    const catalogue = new Sqlite(join(copy, 'catalogue.sqlite'));
    const rows = kept.map((table) => [table, catalogue.prepare(`SELECT * FROM "${table}"`).all()]);
    catalogue.close();
    const folders = ['files', 'spill'].map(async (name) => [name, await readdir(join(workspace, name))]);
    return Object.fromEntries([...rows, ...(await Promise.all(folders))]);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
