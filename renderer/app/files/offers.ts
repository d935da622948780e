import type { ChosenFile } from '#shared/contract/index.ts';
import { shell } from '../ports/clients.ts';

type Taker = (files: readonly ChosenFile[]) => void;

// The last who registered takes them: a dialog that asks for a file goes before the import.
let takers: readonly Taker[] = [];
let kept: ChosenFile[] = [];

/** Who imports files registers here, so that the frame need not know it. */
export function takeFiles(next: Taker): () => void {
  takers = [...takers, next];
  if (kept.length > 0) next(kept);
  kept = [];
  return () => {
    takers = takers.filter((each) => each !== next);
  };
}

/** Hands chosen files to whoever imports them; keeps them where that view is not there yet. */
export function offerFiles(files: readonly ChosenFile[]): void {
  const taker = takers.at(-1);
  if (taker) taker(files);
  else kept = [...kept, ...files];
}

/** Asks the user for files and offers them. */
export async function chooseFiles(): Promise<void> {
  offerFiles(await shell.call('shell.chooseFiles', {}));
}

/** Asks the user for a folder and offers it: its files become one table. */
export async function chooseFolder(): Promise<void> {
  const folder = await shell.call('shell.chooseFolder', {});
  if (folder) offerFiles([folder]);
}
