import type { MessagePort } from 'node:worker_threads';
import type { Port } from '#shared/rpc/index.ts';

/** A port between threads as the contract's port. */
export function threadPort(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', listener),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  };
}
