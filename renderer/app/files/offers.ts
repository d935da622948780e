import type { ChosenFile } from '#shared/contract/index.ts';
import { shell } from '../ports/clients.ts';

type Taker = (files: readonly ChosenFile[]) => void;

let taker: Taker | undefined;
let kept: ChosenFile[] = [];

/** Who imports files registers here, so that the frame need not know it. */
export function takeFiles(next: Taker): () => void {
  taker = next;
  if (kept.length > 0) next(kept);
  kept = [];
  return () => {
    if (taker === next) taker = undefined;
  };
}

/** Hands chosen files to whoever imports them; keeps them where that view is not there yet. */
export function offerFiles(files: readonly ChosenFile[]): void {
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
