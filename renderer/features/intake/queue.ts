import { create } from 'zustand';
import type { CallProgress, ChosenFile } from '#shared/contract/index.ts';
import { toAppError } from '#shared/errors/index.ts';
import type { Dataset, ReadOptions } from '#shared/intake/index.ts';
import { announceChecks } from '../../app/data/announceChecks.ts';
import { announceVersion } from '../../app/data/announceVersion.ts';
import { isOfChangedFile } from '../../app/files/changedFile.ts';
import { engine } from '../../app/ports/clients.ts';
import { beforeWorkspaceSwitch, onWorkspaceSwitch } from '../../app/workspace/switches.ts';
import { lookAgain, moreTokens, seenStamp } from './inspection.ts';

/** A file on its way in: how it is to be read, under which name, and how far its loading is. */
export interface QueuedFile extends ChosenFile {
  /** Those that become one table with it; empty for a file by itself. */
  more: readonly ChosenFile[];
  options: ReadOptions;
  /** Null until the user writes one: the suggested name is used. */
  datasetName: string | null;
  /** The dataset that it becomes the next version of; null where it becomes one of its own. */
  target: Target | null;
  state: 'open' | 'waiting' | 'loading';
  progress: CallProgress | null;
  error: unknown;
}

/** A dataset that is read again. */
export type Target = Pick<Dataset, 'id' | 'name' | 'version' | 'repaired'>;

interface Queue {
  files: readonly QueuedFile[];
  current: string | null;
  add(files: readonly ChosenFile[]): void;
  /** Reads files, together where they are several, as the next version of a dataset; in the place of those before for it. */
  again(target: Target, files: readonly ChosenFile[], options: ReadOptions): void;
  show(token: string | null): void;
  change(token: string, change: Partial<QueuedFile>): void;
  discard(token: string): void;
  /** Makes one entry of these, to be loaded as one table. */
  join(tokens: readonly string[]): void;
  /** Takes such an entry apart again. */
  apart(token: string): void;
}

const cancels = new Map<string, AbortController>();

/** Files chosen and not yet loaded. It outlives the panel, so that loading goes on while the user looks elsewhere. */
export const useQueue = create<Queue>()((set, get) => ({
  files: [],
  current: null,
  add: (chosen) => {
    const known = new Set(get().files.map((file) => file.token));
    const added = chosen.filter((file) => !known.has(file.token)).map(queued);
    if (added.length > 0) set({ files: [...get().files, ...added], current: added[0]?.token ?? null });
  },
  again: (target, [first, ...others], options) => {
    if (!first) return;
    const bytes = others.reduce((total, file) => total + file.bytes, first.bytes);
    const more = others.length > 0 ? [first, ...others] : [];
    const rest = get().files.filter((file) => file.target?.id !== target.id || file.state !== 'open');
    set({ files: [{ ...queued(first), bytes, more, options, target }, ...rest], current: first.token });
  },
  show: (current) => set({ current }),
  change: (token, change) =>
    set({ files: get().files.map((file) => (file.token === token ? { ...file, ...change } : file)) }),
  join: (tokens) => {
    const { files } = get();
    const chosen = files.filter((file) => tokens.includes(file.token));
    const [first, ...more] = chosen.map(({ token, name, bytes }) => ({ token, name, bytes }));
    if (!first || more.length === 0) return;
    const bytes = chosen.reduce((total, file) => total + file.bytes, 0);
    const joined = { ...queued(first), bytes, more: [first, ...more] };
    const rest = files.filter((file) => file.token !== first.token && !tokens.includes(file.token));
    set({ files: [joined, ...rest], current: joined.token });
  },
  apart: (token) => {
    const files = get().files.flatMap((file) => (file.token === token ? file.more.map(queued) : [file]));
    set({ files, current: files[0]?.token ?? null });
  },
  discard: (token) => {
    const files = get().files.filter((file) => file.token !== token);
    set({ files, current: get().current === token ? (files[0]?.token ?? null) : get().current });
  },
}));

const queued = (file: ChosenFile): QueuedFile => ({
  ...file,
  more: [],
  options: {},
  datasetName: null,
  target: null,
  state: 'open',
  progress: null,
  error: null,
});

const abortAll = () => {
  for (const abort of cancels.values()) abort.abort();
};

onWorkspaceSwitch(() => {
  abortAll();
  useQueue.setState({ files: [], current: null });
});

/** Stops a file that is loading, or takes back one that waits. Nothing half-loaded stays. */
export function cancelLoad(token: string): void {
  cancels.get(token)?.abort();
  const { files, change } = useQueue.getState();
  const waits = files.some((file) => file.token === token && file.state === 'waiting');
  if (waits) change(token, { state: 'open' });
}

let last: Promise<unknown> = Promise.resolve();

// Waits for the last of them, so that the engine does not close a database that is being written to.
beforeWorkspaceSwitch(() => {
  abortAll();
  return last;
});

/** Loads a file once those before it are done. Resolves with the dataset, or null where it failed or was cancelled. */
export function load(token: string, name: string): Promise<Dataset | null> {
  const abort = new AbortController();
  cancels.set(token, abort);
  useQueue.getState().change(token, { state: 'waiting', error: null, progress: null });
  const mine = last.then(() => loadNow(token, name, abort.signal));
  last = mine;
  return mine.finally(() => cancels.delete(token));
}

async function loadNow(token: string, name: string, signal: AbortSignal): Promise<Dataset | null> {
  const { files, change, discard } = useQueue.getState();
  const file = files.find((each) => each.token === token);
  if (!file || signal.aborted) return null;
  change(token, { state: 'loading' });
  try {
    const onProgress = (progress: CallProgress) => change(token, { progress });
    const place = { file: token, more: moreTokens(file), options: file.options, seen: seenStamp(file) };
    if (!file.target) {
      const dataset = await engine.call('intake.load', { ...place, name }, { signal, onProgress });
      discard(token);
      await announceChecks(dataset);
      return dataset;
    }
    const params = { ...place, dataset: file.target.id };
    const made = await engine.call('versions.read', params, { signal, onProgress });
    discard(token);
    await announceVersion(made);
    return made.dataset;
  } catch (thrown) {
    const error = toAppError(thrown);
    change(token, { state: 'open', progress: null, error });
    if (isOfChangedFile(error)) await lookAgain(file);
    return null;
  }
}
