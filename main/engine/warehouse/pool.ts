import { AppError } from '#shared/errors/index.ts';

/** Hands out a fixed set of things one at a time each, first come first served. */
export interface Pool<T> {
  /** Waits for a free one; `signal` gives the waiting up, as `cancelled`. What has begun is not its business. */
  use<R>(work: (item: T) => Promise<R>, signal?: AbortSignal): Promise<R>;
  /** Resolves when everything handed out has come back. */
  drained(): Promise<void>;
}

export function createPool<T>(items: readonly T[]): Pool<T> {
  const free = [...items];
  const waiting: ((item: T) => void)[] = [];
  const idle: (() => void)[] = [];

  const take = (signal: AbortSignal | undefined): Promise<T> => {
    const item = free.pop();
    if (item !== undefined) return Promise.resolve(item);
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        waiting.splice(waiting.indexOf(turn), 1);
        reject(new AppError('cancelled', 'cancelled'));
      };
      const turn = (next: T) => {
        signal?.removeEventListener('abort', giveUp);
        resolve(next);
      };
      waiting.push(turn);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  };
  const giveBack = (item: T): void => {
    const next = waiting.shift();
    if (next) next(item);
    else free.push(item);
    if (free.length === items.length) for (const wake of idle.splice(0)) wake();
  };

  return {
    async use(work, signal) {
      if (signal?.aborted) throw new AppError('cancelled', 'cancelled');
      const item = await take(signal);
      try {
        return await work(item);
      } finally {
        giveBack(item);
      }
    },
    drained: () => (free.length === items.length ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
  };
}
