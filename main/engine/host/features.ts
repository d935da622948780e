import type { controlContract, EngineContract, EngineEvent } from '#shared/contract/index.ts';
import type { Handlers } from '#shared/rpc/index.ts';
import { controlHandlers } from './controlHandlers.ts';
import { createHost, type Host } from './host.ts';
import { windowHandlers } from './windowHandlers.ts';

/** All that the engine can do, over one workspace. */
export interface Features {
  readonly host: Host;
  readonly window: Handlers<EngineContract>;
  readonly control: Handlers<typeof controlContract>;
}

export function createFeatures(emit: (event: EngineEvent) => void, quiesce: () => Promise<void>): Features {
  const host = createHost(emit, quiesce);
  return { host, window: windowHandlers(host), control: controlHandlers(host) };
}
