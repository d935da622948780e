import type { QueryOptions } from '../warehouse/index.ts';

/** Some at a time, because a statement of thousands of aggregates is slow to plan. */
export function chunksOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** One share of progress over several statements. */
export function stepsOf({ signal, onProgress }: QueryOptions): { expect(count: number): void; next(): QueryOptions } {
  let [done, expected] = [-1, 1];
  return {
    expect(count) {
      expected = Math.max(1, count);
    },
    next() {
      const before = ++done;
      onProgress?.(Math.min(1, before / expected));
      return { signal, onProgress: onProgress && ((share) => onProgress(Math.min(1, (before + share) / expected))) };
    },
  };
}
