import { controlContract, type EngineContract, type EngineEvent, engineContract } from '#shared/contract/index.ts';
import type { AppError } from '#shared/errors/index.ts';
import { type Handlers, type Port, type Served, serve } from '#shared/rpc/index.ts';
import { isInvalidated } from '../warehouse/index.ts';
import { deferred } from './deferred.ts';
import type { Features } from './features.ts';

export interface Engine {
  /** Serves windows' calls on a port. */
  connectWindow(port: Port): void;
  /** Serves main's calls on a port. */
  connectControl(port: Port): void;
  close(): Promise<void>;
}

/** The engine without a process around it: its entry, the command line and the tests each bring their own ports. */
export function createEngine(): Engine {
  const windows = new Set<Served>();
  const emit = (event: EngineEvent) => {
    for (const window of windows) window.emit(event);
  };
  const quiesce = async () => {
    await Promise.all([...windows].map((window) => window.cancelAll()));
  };
  // The first screen asks only what is open, and waits for the answer: what that takes is not to include everything else.
  let loading: Promise<Features> | null = null;
  const features = () => {
    loading ??= import('./features.ts').then(({ createFeatures }) => createFeatures(emit, quiesce));
    return loading;
  };
  const windowHandlers: Handlers<EngineContract> = {
    ...deferred(engineContract, async () => (await features()).window),
    // Nothing has opened anything as long as nothing is loaded.
    'workspace.current': async (params, context) =>
      (await loading)?.window['workspace.current'](params, context) ?? null,
  };
  const controlHandlers = deferred(controlContract, async () => (await features()).control);
  const controls = new Set<Served>();
  // A cancel that is not obeyed can only be answered from outside, by killing this process.
  const onStuck = () => {
    for (const control of controls) control.emit({ type: 'stuck' });
  };
  // Nor does a database that has broken off (on a full disk, say) ever answer again in this process.
  const onFailure = (error: AppError) => {
    if (isInvalidated(error)) onStuck();
  };
  return {
    connectWindow(port) {
      const served = serve(port, engineContract, windowHandlers, { onStuck, onFailure });
      windows.add(served);
      port.onClose(() => windows.delete(served));
    },
    connectControl(port) {
      const served = serve(port, controlContract, controlHandlers, { onStuck, onFailure });
      controls.add(served);
      port.onClose(() => controls.delete(served));
    },
    close: async () => (await loading)?.host.close(),
  };
}
