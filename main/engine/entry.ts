import type { MessagePortMain } from 'electron';
import type { Port } from '#shared/rpc/index.ts';
import { createEngine } from './host/index.ts';

/** The engine as a utility process: adapts Electron's ports, and knows nothing else of Electron. */
process.umask(0o077);
const engine = createEngine();

process.parentPort.on('message', ({ data, ports }) => {
  const [port] = ports;
  if (!port) return;
  if (data === 'control') engine.connectControl(adapt(port));
  else engine.connectWindow(adapt(port));
});

function adapt(port: MessagePortMain): Port {
  port.start();
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', (event) => listener(event.data)),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  };
}
