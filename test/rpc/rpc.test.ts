import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Contract } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import { createClient, type Handlers, serve, serviceOf } from '#shared/rpc/index.ts';
import { threadPort } from '#test/support/threadPort.ts';

const contract = {
  double: { params: z.strictObject({ n: z.number() }), result: z.number() },
  wait: { params: z.strictObject({}), result: z.string(), progress: z.number() },
  fail: { params: z.strictObject({ how: z.enum(['app', 'plain']) }), result: z.null() },
} satisfies Contract;

const handlers: Handlers<typeof contract> = {
  double: ({ n }) => n * 2,
  wait: (_params, { signal, progress }) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new AppError('cancelled', 'cancelled')));
      progress(0.5);
      if (signal.aborted) resolve('late');
    }),
  fail: ({ how }) => {
    throw how === 'app' ? new AppError('notFound', 'datasetMissing', { name: 'x' }) : new Error('secret words');
  },
};

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1 } of channels.splice(0)) port1.close();
});

function connect() {
  const channel = new MessageChannel();
  channels.push(channel);
  const client = createClient(contract);
  const served = serve(threadPort(channel.port1), serviceOf(contract, handlers));
  client.attach(threadPort(channel.port2));
  return { client, served, channel };
}

describe('a contract over a port', () => {
  it('carries a call and its result', async () => {
    expect(await connect().client.call('double', { n: 21 })).toBe(42);
  });

  it('brings the schemas that were left out with the first answer that needs one, once', async () => {
    const channel = new MessageChannel();
    channels.push(channel);
    let brought = 0;
    const client = createClient<typeof contract>({ double: contract.double }, async () => {
      brought++;
      return contract;
    });
    // The other side keeps to a contract of its own, in which the same call answers something else.
    const theirs = { ...contract, fail: { ...contract.fail, result: z.string() } } satisfies Contract;
    serve(threadPort(channel.port1), serviceOf(theirs, { ...handlers, fail: () => 'not null' }));
    client.attach(threadPort(channel.port2));
    expect(await client.call('double', { n: 21 })).toBe(42);
    expect(brought).toBe(0);
    for (let i = 0; i < 2; i++) {
      await expect(client.call('fail', { how: 'app' })).rejects.toMatchObject({ code: 'internal' });
    }
    expect(brought).toBe(1);
  });

  it('refuses wrong and unknown parameters, naming the path', async () => {
    const { client } = connect();
    const wrong: unknown = { n: 'x' };
    const extra: unknown = { n: 1, more: true };
    await expect(client.call('double', wrong as { n: number })).rejects.toMatchObject({
      code: 'validation',
      params: { path: 'n' },
    });
    await expect(client.call('double', extra as { n: number })).rejects.toMatchObject({ code: 'validation' });
  });

  it('carries errors with their code, and keeps foreign ones as detail', async () => {
    const { client } = connect();
    await expect(client.call('fail', { how: 'app' })).rejects.toMatchObject({
      code: 'notFound',
      messageId: 'datasetMissing',
    });
    await expect(client.call('fail', { how: 'plain' })).rejects.toMatchObject({
      code: 'internal',
      detail: 'secret words',
    });
  });

  it('reports progress and cancels', async () => {
    const abort = new AbortController();
    const seen: number[] = [];
    const call = connect().client.call(
      'wait',
      {},
      {
        signal: abort.signal,
        onProgress: (share) => {
          seen.push(share);
          abort.abort();
        },
      },
    );
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect(seen).toEqual([0.5]);
  });

  it('fails what is in flight as engineRestarted when the port goes or is swapped', async () => {
    const gone = connect();
    const lost = gone.client.call('wait', {});
    gone.channel.port1.close();
    await expect(lost).rejects.toMatchObject({ code: 'engineRestarted' });
    const swapped = connect();
    const left = swapped.client.call('wait', {});
    const next = new MessageChannel();
    channels.push(next);
    serve(threadPort(next.port1), serviceOf(contract, handlers));
    swapped.client.attach(threadPort(next.port2));
    await expect(left).rejects.toMatchObject({ code: 'engineRestarted' });
    expect(await swapped.client.call('double', { n: 1 })).toBe(2);
  });

  it('cancels all that runs and waits for its end', async () => {
    const { client, served } = connect();
    const started = new Promise<void>((resolve) => {
      const running = client.call('wait', {}, { onProgress: () => resolve() });
      running.catch(() => undefined);
    });
    await started;
    const lost = client.call('wait', {});
    const refused = expect(lost).rejects.toMatchObject({ code: 'cancelled' });
    await client.call('double', { n: 1 });
    await served.cancelAll();
    await refused;
  });

  it('ignores what is not a message of the protocol', async () => {
    const { client, channel } = connect();
    channel.port2.postMessage({ type: 'call', id: '1', name: 'double', params: { n: 1 }, extra: true });
    channel.port2.postMessage('nonsense');
    expect(await client.call('double', { n: 2 })).toBe(4);
  });

  it('delivers events to all listeners until they leave', async () => {
    const { client, served } = connect();
    const seen: unknown[] = [];
    const leave = client.onEvent((event) => seen.push(event));
    served.emit({ a: 1 });
    await client.call('double', { n: 1 });
    leave();
    served.emit({ a: 2 });
    await client.call('double', { n: 1 });
    expect(seen).toEqual([{ a: 1 }]);
  });
});
