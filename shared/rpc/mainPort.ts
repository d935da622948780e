import type { Port } from './port.ts';

/** What is needed of Electron's MessagePortMain, so that nothing here imports Electron. */
interface MessagePortLike {
  start(): void;
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  close(): void;
}

/** A port of Electron's main or utility process as the contract's. Nothing is transferred with a message: it may get lost. */
export function mainPort(port: MessagePortLike): Port {
  port.start();
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', (event) => listener(event.data)),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  };
}
