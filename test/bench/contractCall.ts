import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { engineContract } from '#shared/contract/index.ts';
import { createClient } from '#shared/rpc/index.ts';
import { threadPort } from '#test/support/threadPort.ts';
import type { Figure } from './figures.ts';

const rounds = 9;
const callsPerRound = 3000;

/** The smallest call of the contract, there and back between two threads, against a bare echo over the same kind of port. */
export async function contractCall(): Promise<Figure> {
  const { port1: ours, port2: served } = new MessageChannel();
  const { port1: bare, port2: echoed } = new MessageChannel();
  const worker = new Worker(new URL('./contractCallWorker.ts', import.meta.url), {
    workerData: { served, echoed },
    transferList: [served, echoed],
  });
  const client = createClient(engineContract);
  client.attach(threadPort(ours));
  const echo = echoOver(bare);
  const figure: Figure = {
    name: 'tiny contract call',
    unit: 'µs',
    ours: [],
    baseline: [],
    baselineName: 'bare MessagePort echo',
    goal: 3,
  };
  for (let round = -1; round < rounds; round++) {
    const baseline = await perCall(() => echo('x'));
    const measured = await perCall(() => client.call('workspace.current', {}));
    // The first round warms both up.
    if (round < 0) continue;
    figure.baseline.push(baseline);
    figure.ours.push(measured);
  }
  await worker.terminate();
  return figure;
}

async function perCall(call: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  for (let i = 0; i < callsPerRound; i++) await call();
  return ((performance.now() - started) / callsPerRound) * 1000;
}

function echoOver(port: MessagePort): (message: string) => Promise<unknown> {
  let answer: (value: unknown) => void = () => undefined;
  port.on('message', (message) => answer(message));
  return (message) =>
    new Promise((resolve) => {
      answer = resolve;
      port.postMessage(message);
    });
}
