import { createServer, type Socket } from 'node:net';

/** A server of the test's own, which counts who reaches it. */
export interface LocalServer {
  readonly url: string;
  readonly connections: () => number;
  close(): Promise<void>;
}

/** Opens a server on 127.0.0.1: within reach even in a network namespace of its own, so only a lock can keep it unreached. */
export async function openLocalServer(): Promise<LocalServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\nok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    connections: () => connections,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
