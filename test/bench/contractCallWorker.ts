import { type MessagePort, workerData } from 'node:worker_threads';
import { createEngine } from '#engine/host/index.ts';
import { threadPort } from '#test/support/threadPort.ts';

const { served, echoed }: { served: MessagePort; echoed: MessagePort } = workerData;
createEngine().connectWindow(threadPort(served));
echoed.on('message', (message) => echoed.postMessage(message));
