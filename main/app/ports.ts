import type { MessagePortMain } from 'electron';
import type { Port } from '#shared/rpc/index.ts';

/** Electron's main-process port as the contract's port. Nothing is ever transferred with a message: it may get lost. */
export function adapt(port: MessagePortMain): Port {
  port.start();
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', (event) => listener(event.data)),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  };
}
