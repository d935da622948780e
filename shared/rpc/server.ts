import { AppError, toAppError } from '../errors/index.ts';
import type { Port } from './port.ts';
import type { CallContext, Service } from './service.ts';
import { type Response, requestSchema } from './wire.ts';

export interface ServeOptions {
  /** A cancelled call is still running after the grace: whoever can end it should. */
  onStuck?: (name: string) => void;
  /** A call has failed and its caller has been told. */
  onFailure?: (error: AppError) => void;
}

/** How long a cancelled call may take to stop. DuckDB needs about half a second. */
const cancelGrace = 8000;

export interface Served {
  /** Tells the other side something it did not ask for. */
  emit(event: unknown): void;
  /** Cancels every call that is running and waits until all have ended. */
  cancelAll(): Promise<void>;
}

/** Answers the calls that `service` knows on `port`. Every failure leaves as an AppError. */
export function serve(port: Port, service: Service, options: ServeOptions = {}): Served {
  const running = new Map<string, AbortController>();
  const answers = new Set<Promise<void>>();
  let events = 0;
  const post = (message: Response) => port.post(message);

  async function answer(id: string, name: string, raw: unknown): Promise<void> {
    const abort = new AbortController();
    running.set(id, abort);
    let grace: ReturnType<typeof setTimeout> | undefined;
    abort.signal.addEventListener('abort', () => {
      grace = setTimeout(() => options.onStuck?.(name), cancelGrace);
    });
    try {
      const value = await dispatch(service, name, raw, {
        requestId: id,
        signal: abort.signal,
        progress: (progress) => running.has(id) && post({ type: 'progress', id, value: progress }),
      });
      post({ type: 'result', id, value });
    } catch (thrown) {
      const error = toAppError(thrown);
      post({ type: 'error', id, error: error.toWire(id) });
      options.onFailure?.(error);
    } finally {
      clearTimeout(grace);
      running.delete(id);
    }
  }

  function track(call: Promise<void>): void {
    answers.add(call);
    void call.finally(() => answers.delete(call));
  }

  port.onMessage((message) => {
    const parsed = requestSchema.safeParse(message);
    if (!parsed.success) return;
    switch (parsed.data.type) {
      case 'call':
        track(answer(parsed.data.id, parsed.data.name, parsed.data.params));
        break;
      case 'cancel':
        running.get(parsed.data.id)?.abort();
        break;
    }
  });
  port.onClose(() => {
    for (const abort of running.values()) abort.abort();
  });
  return {
    emit: (event) => post({ type: 'event', id: `e${++events}`, event }),
    async cancelAll() {
      for (const abort of running.values()) abort.abort();
      await Promise.all(answers);
    },
  };
}

async function dispatch(
  service: Service,
  name: string,
  params: unknown,
  context: CallContext<unknown>,
): Promise<unknown> {
  const answer = await service(name);
  if (!answer) throw new AppError('notFound', 'invalidParams', { path: name, reason: 'unknown call' });
  return answer(params, context);
}
