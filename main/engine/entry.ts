import { mainPort } from '#shared/rpc/index.ts';
import { createEngine } from './host/index.ts';

/** The engine as a utility process: adapts Electron's ports, and knows nothing else of Electron. */
process.umask(0o077);
const engine = createEngine();

process.parentPort.on('message', ({ data, ports }) => {
  const [port] = ports;
  if (!port) return;
  if (data === 'control') engine.connectControl(mainPort(port));
  else engine.connectWindow(mainPort(port));
});
