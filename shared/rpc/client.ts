import type { Contract, Params, Progress, Result } from '../contract/method.ts';
import { AppError } from '../errors/index.ts';
import type { Port } from './port.ts';
import { type Request, responseSchema } from './wire.ts';

export interface CallOptions<P> {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: P) => void) | undefined;
}

export interface Client<C extends Contract> {
  call<N extends keyof C & string>(
    name: N,
    params: Params<C, N>,
    options?: CallOptions<Progress<C, N>>,
  ): Promise<Result<C, N>>;
  onEvent(listener: (event: unknown) => void): () => void;
  /** Swaps the port, as when the engine was restarted: what was in flight fails as `engineRestarted`. */
  attach(port: Port): void;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: AppError): void;
  progress(value: unknown): void;
}

/**
 * The calling side of a contract. Calls made before the first `attach` wait for it. Where only some methods are given, `whole`
 * brings the others with the first answer to one of them: the schemas of a large contract take longer to make than to use.
 */
export function createClient<C extends Contract>(
  contract: Partial<C>,
  whole: () => Promise<Partial<C>> = async () => contract,
): Client<C> {
  const pending = new Map<string, Pending>();
  const listeners = new Set<(event: unknown) => void>();
  let port: Port | undefined;
  let waiting: Request[] = [];
  let sequence = 0;
  let known = contract;

  const send = (request: Request) => (port ? port.post(request) : waiting.push(request));

  function receive(message: unknown): void {
    const parsed = responseSchema.safeParse(message);
    if (!parsed.success) return;
    const response = parsed.data;
    const call = pending.get(response.id);
    switch (response.type) {
      case 'event':
        for (const listener of listeners) listener(response.event);
        return;
      case 'progress':
        call?.progress(response.value);
        return;
      case 'result':
        pending.delete(response.id);
        call?.resolve(response.value);
        return;
      case 'error':
        pending.delete(response.id);
        call?.reject(AppError.fromWire(response.error));
        return;
    }
  }

  /** The other side's result, held against its schema. */
  async function resultOf<N extends keyof C & string>(name: N, value: unknown): Promise<Result<C, N>> {
    if (!known[name]) known = await whole();
    const parsed = known[name]?.result.safeParse(value);
    if (parsed?.success) return parsed.data as Result<C, N>;
    throw new AppError('internal', 'internal', {}, { detail: `${name}: ${parsed?.error.message}` });
  }

  function failAll(): void {
    const lost = [...pending.values()];
    pending.clear();
    for (const call of lost) call.reject(new AppError('engineRestarted', 'engineRestarted'));
  }

  return {
    call(name, params, options = {}) {
      const { signal, onProgress } = options;
      if (signal?.aborted) return Promise.reject(new AppError('cancelled', 'cancelled'));
      const id = String(++sequence);
      return new Promise((resolve, reject) => {
        const cancel = () => send({ type: 'cancel', id });
        const settle = () => signal?.removeEventListener('abort', cancel);
        pending.set(id, {
          resolve: (value) => {
            settle();
            resultOf(name, value).then(resolve, reject);
          },
          reject: (error) => {
            settle();
            reject(error);
          },
          progress: (value) => onProgress?.(value as Progress<C, typeof name>),
        });
        signal?.addEventListener('abort', cancel, { once: true });
        send({ type: 'call', id, name, params });
      });
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attach(next) {
      if (port) failAll();
      port = next;
      next.onMessage(receive);
      next.onClose(() => {
        if (port !== next) return;
        // What is asked from now on, a second try above all, waits for the next engine.
        port = undefined;
        failAll();
      });
      for (const request of waiting) next.post(request);
      waiting = [];
    },
  };
}
