import type { z } from 'zod';
import type { Contract, Progress, Result } from '../contract/method.ts';
import { AppError, toAppError } from '../errors/index.ts';
import { describeIssue } from './issue.ts';
import type { Port } from './port.ts';
import { type Response, requestSchema } from './wire.ts';

/** What a handler gets beside its parameters. */
export interface CallContext<P> {
  readonly requestId: string;
  /** Aborted when the caller cancels or goes away. */
  readonly signal: AbortSignal;
  readonly progress: (value: P) => void;
}

export type Handlers<C extends Contract> = {
  readonly [N in keyof C]: (
    params: z.output<C[N]['params']>,
    context: CallContext<Progress<C, N>>,
  ) => Promise<z.input<C[N]['result']>> | z.input<C[N]['result']>;
};

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

/**
 * Answers the calls of `contract` on `port` with `handlers`. Parameters are validated and unknown keys refused; results
 * are trusted, because the types already bind the handlers and pages are large. Every failure leaves as an AppError.
 */
export function serve<C extends Contract>(
  port: Port,
  contract: C,
  handlers: Handlers<C>,
  options: ServeOptions = {},
): Served {
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
      const value = await dispatch(contract, handlers, name, raw, {
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

async function dispatch<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  name: string,
  raw: unknown,
  context: CallContext<unknown>,
): Promise<Result<C, keyof C>> {
  const method = Object.hasOwn(contract, name) ? contract[name] : undefined;
  if (!method) throw new AppError('notFound', 'invalidParams', { path: name, reason: 'unknown call' });
  const params = method.params.safeParse(raw);
  if (!params.success) throw new AppError('validation', 'invalidParams', describeIssue(params.error));
  const handler = handlers[name as keyof C] as (
    params: unknown,
    context: CallContext<unknown>,
  ) => Promise<Result<C, keyof C>>;
  return handler(params.data, context);
}
