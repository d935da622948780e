import { controlContract, type EngineEvent, engineContract } from '#shared/contract/index.ts';
import type { AppError } from '#shared/errors/index.ts';
import { type Port, type Served, serve } from '#shared/rpc/index.ts';
import { isInvalidated } from '../warehouse/index.ts';
import { controlHandlers } from './controlHandlers.ts';
import { createHost } from './host.ts';
import { windowHandlers } from './windowHandlers.ts';

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
  const host = createHost(
    (event: EngineEvent) => {
      for (const window of windows) window.emit(event);
    },
    async () => {
      await Promise.all([...windows].map((window) => window.cancelAll()));
    },
  );
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
      const served = serve(port, engineContract, windowHandlers(host), { onStuck, onFailure });
      windows.add(served);
      port.onClose(() => windows.delete(served));
    },
    connectControl(port) {
      const served = serve(port, controlContract, controlHandlers(host), { onStuck, onFailure });
      controls.add(served);
      port.onClose(() => controls.delete(served));
    },
    close: () => host.close(),
  };
}
