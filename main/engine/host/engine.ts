import { type EngineEvent, workspaceContract } from '#shared/contract/index.ts';
import type { AppError } from '#shared/errors/index.ts';
import { type Port, type Served, type Service, serve, serviceOf } from '#shared/rpc/index.ts';
import { isInvalidated } from '../warehouse/index.ts';
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
  // The first screen asks only what is open, and waits for the answer: what that takes is not to include everything else,
  // whose schemas alone take longer to make than a process to start.
  let loading: Promise<Features> | null = null;
  const features = () => {
    loading ??= import('./features.ts').then(({ createFeatures }) => createFeatures(emit, quiesce));
    return loading;
  };
  // Nothing has opened anything as long as nothing is loaded.
  const first = serviceOf(workspaceContract, { 'workspace.current': () => null });
  const window: Service = async (name) => (loading ? undefined : first(name)) ?? (await features()).window(name);
  const control: Service = async (name) => (await features()).control(name);
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
      const served = serve(port, window, { onStuck, onFailure });
      windows.add(served);
      port.onClose(() => windows.delete(served));
    },
    connectControl(port) {
      const served = serve(port, control, { onStuck, onFailure });
      controls.add(served);
      port.onClose(() => controls.delete(served));
    },
    close: async () => (await loading)?.host.close(),
  };
}
