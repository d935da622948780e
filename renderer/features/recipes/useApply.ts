import { create } from 'zustand';
import type { CallProgress } from '#shared/contract/index.ts';
import { toAppError } from '#shared/errors/index.ts';
import { flush, useDrafts } from '../../app/definitions/drafts.ts';
import { engine } from '../../app/ports/clients.ts';
import { beforeWorkspaceSwitch, onWorkspaceSwitch } from '../../app/workspace/switches.ts';

interface Applying {
  readonly running: boolean;
  readonly progress: CallProgress | null;
  readonly error: unknown;
}

const idle: Applying = { running: false, progress: null, error: null };

/** Recipes that are being applied, by id. It outlives the view, so that one can look elsewhere meanwhile. */
const useApplying = create<{ byId: Readonly<Record<string, Applying>> }>()(() => ({ byId: {} }));

const cancels = new Map<string, AbortController>();
const running = new Map<string, Promise<void>>();

const put = (id: string, applying: Applying) =>
  useApplying.setState(({ byId }) => ({ byId: { ...byId, [id]: applying } }));

beforeWorkspaceSwitch(() => {
  for (const abort of cancels.values()) abort.abort();
  return Promise.allSettled(running.values());
});

onWorkspaceSwitch(() => useApplying.setState({ byId: {} }));

/** Making the dataset of a recipe: how far that is, and how to start and stop it. */
export function useApply(id: string) {
  const state = useApplying(({ byId }) => byId[id]) ?? idle;
  return {
    ...state,
    apply: () => {
      if (!running.has(id))
        running.set(
          id,
          apply(id).finally(() => running.delete(id)),
        );
    },
    cancel: () => cancels.get(id)?.abort(),
  };
}

async function apply(id: string): Promise<void> {
  const abort = new AbortController();
  cancels.set(id, abort);
  put(id, { running: true, progress: null, error: null });
  try {
    // What is applied is what is saved.
    await flush(id);
    const unsaved = useDrafts.getState().errors[id];
    if (unsaved) throw unsaved;
    await engine.call(
      'recipes.apply',
      { id, misfits: 'refuse' },
      { signal: abort.signal, onProgress: (progress) => put(id, { running: true, progress, error: null }) },
    );
    put(id, idle);
  } catch (thrown) {
    const error = toAppError(thrown);
    put(id, { ...idle, error: error.code === 'cancelled' ? null : error });
  } finally {
    cancels.delete(id);
  }
}
