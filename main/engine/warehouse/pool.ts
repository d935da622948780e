/** Hands out a fixed set of things one at a time each, first come first served. */
export interface Pool<T> {
  use<R>(work: (item: T) => Promise<R>): Promise<R>;
  /** Resolves when everything handed out has come back. */
  drained(): Promise<void>;
}

export function createPool<T>(items: readonly T[]): Pool<T> {
  const free = [...items];
  const waiting: ((item: T) => void)[] = [];
  const idle: (() => void)[] = [];

  const take = (): Promise<T> => {
    const item = free.pop();
    return item === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(item);
  };
  const giveBack = (item: T): void => {
    const next = waiting.shift();
    if (next) next(item);
    else free.push(item);
    if (free.length === items.length) for (const wake of idle.splice(0)) wake();
  };

  return {
    async use(work) {
      const item = await take();
      try {
        return await work(item);
      } finally {
        giveBack(item);
      }
    },
    drained: () => (free.length === items.length ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
  };
}
