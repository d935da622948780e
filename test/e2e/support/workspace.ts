import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
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
