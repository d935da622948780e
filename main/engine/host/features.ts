import { controlContract, type EngineEvent, engineContract } from '#shared/contract/index.ts';
import { type Service, serviceOf } from '#shared/rpc/index.ts';
import { controlHandlers } from './controlHandlers.ts';
import { createHost, type Host } from './host.ts';
import { windowHandlers } from './windowHandlers.ts';

/** All that the engine can do, over one workspace. */
export interface Features {
  readonly host: Host;
  readonly window: Service;
  readonly control: Service;
}

export function createFeatures(emit: (event: EngineEvent) => void, quiesce: () => Promise<void>): Features {
  const host = createHost(emit, quiesce);
  return {
    host,
    window: serviceOf(engineContract, windowHandlers(host)),
    control: serviceOf(controlContract, controlHandlers(host)),
  };
}
