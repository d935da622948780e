import { create } from 'zustand';
import type { Definition } from '#shared/contract/index.ts';
import { type AppError, toAppError } from '#shared/errors/index.ts';
import { engine } from '../ports/clients.ts';
import { beforeWorkspaceSwitch, onWorkspaceSwitch } from '../workspace/switches.ts';
import { putDefinition, refreshDefinitions } from './cache.ts';

interface Draft {
  /** The definition as it is on screen, on top of the newest version known. */
  definition: Definition;
  saving: boolean;
}

interface Drafts {
  drafts: Readonly<Record<string, Draft>>;
  errors: Readonly<Record<string, AppError>>;
}

const pause = 500;
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const running = new Map<string, Promise<void>>();

/** Changes that are on screen and on their way into the catalogue. They outlive the view that made them. */
export const useDrafts = create<Drafts>()(() => ({ drafts: {}, errors: {} }));

/** Being deleted: an edit of theirs could be kept nowhere. */
const refused = new Set<string>();

/** Shows a changed definition at once and saves it after a short pause. */
export function edit(next: Definition): void {
  if (refused.has(next.id)) return;
  const known = draftOf(next.id)?.definition.version ?? 0;
  put(next.id, { definition: { ...next, version: Math.max(known, next.version) }, saving: running.has(next.id) });
  setError(next.id, null);
  schedule(next.id);
}

/** Saves what waits of a definition, now. Resolves when it is kept, or when saving has failed. */
export async function flush(id: string): Promise<void> {
  clearTimeout(timers.get(id));
  timers.delete(id);
  // Again and again: of several that waited for one save, only the first may start the next with this version.
  while (running.has(id)) await running.get(id);
  const draft = draftOf(id);
  if (!draft) return;
  const work = save(draft.definition).finally(() => running.delete(id));
  running.set(id, work);
  await work;
}

/** Saves what waits of a definition until nothing does, edits made meanwhile too. Resolves early when saving has failed. */
export async function settle(id: string): Promise<void> {
  do await flush(id);
  while (draftOf(id) && !useDrafts.getState().errors[id]);
}

/** Takes no edits of a definition until the answer is called. */
export function refuseEdits(id: string): () => void {
  refused.add(id);
  return () => void refused.delete(id);
}

/** Saves everything that waits, what is edited meanwhile too. Resolves when it is kept, or when saving has failed. */
export async function flushAll(): Promise<void> {
  do await Promise.all(Object.keys(useDrafts.getState().drafts).map(flush));
  while (timers.size > 0);
}

/** Tries again to save what was not kept because the engine was restarted. */
export function retryUnsaved(): void {
  for (const id of Object.keys(useDrafts.getState().drafts)) schedule(id);
}

/** Forgets what waits of a definition, as when it is deleted. */
export function dropDraft(id: string): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  put(id, null);
  setError(id, null);
}

async function save(definition: Definition): Promise<void> {
  const { id, kind, name, body, version } = definition;
  put(id, { definition, saving: true });
  setError(id, null);
  try {
    // The kind and its body belong together already; TypeScript loses that when the parts are taken apart.
    const params = { id, baseVersion: version, kind, name, body } as SaveParams;
    const saved = await engine.call('definitions.save', params);
    putDefinition(saved);
    const now = draftOf(id)?.definition;
    if (!now || now === definition) put(id, null);
    else put(id, { definition: { ...now, version: saved.version, savedAt: saved.savedAt }, saving: false });
  } catch (thrown) {
    const error = toAppError(thrown);
    setError(id, error);
    const now = draftOf(id);
    if (error.messageId === 'definitionConflict') put(id, null);
    else if (now) put(id, { ...now, saving: false });
    if (error.code === 'conflict' || error.code === 'notFound') refreshDefinitions();
  }
}

type SaveParams = Parameters<typeof engine.call<'definitions.save'>>[1];

function schedule(id: string): void {
  clearTimeout(timers.get(id));
  timers.set(
    id,
    setTimeout(() => void flush(id), pause),
  );
}

/** What waits of a definition to be saved. */
export const draftOf = (id: string): Draft | undefined => useDrafts.getState().drafts[id];

function put(id: string, draft: Draft | null): void {
  useDrafts.setState(({ drafts }) => {
    const { [id]: _, ...others } = drafts;
    return { drafts: draft ? { ...others, [id]: draft } : others };
  });
}

function setError(id: string, error: AppError | null): void {
  useDrafts.setState(({ errors }) => {
    const { [id]: _, ...others } = errors;
    return { errors: error ? { ...others, [id]: error } : others };
  });
}

beforeWorkspaceSwitch(flushAll);

onWorkspaceSwitch(() => {
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
  useDrafts.setState({ drafts: {}, errors: {} });
});
