import { type EngineContract, type shellContract, stateContract, workspaceContract } from '#shared/contract/index.ts';
import { createClient } from '#shared/rpc/index.ts';
import { browserPort } from './port.ts';

/** The data engine. Calls made before its port is there wait for it. */
export const engine = createClient<EngineContract>(
  workspaceContract,
  async () => (await import('./contracts.ts')).engineContract,
);

/** The desktop around this window: dialogs, workspaces, preferences. */
export const shell = createClient<typeof shellContract>(
  stateContract,
  async () => (await import('./contracts.ts')).shellContract,
);

const clients = { engine, shell } as const;

/** Takes the ports that the preload posts, now and after each restart of the engine, and says that the page is ready. */
export function acceptPorts(): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const name = event.source === window ? portName(event.data) : undefined;
    const port = event.ports[0];
    if (name && port) clients[name].attach(browserPort(port));
  });
  window.postMessage({ type: 'clientscope-ready' }, '*');
}

function portName(data: unknown): keyof typeof clients | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data) || !('name' in data)) return undefined;
  if (data.type !== 'clientscope-port') return undefined;
  return data.name === 'engine' || data.name === 'shell' ? data.name : undefined;
}
