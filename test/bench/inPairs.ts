import type { Figure } from './figures.ts';

type Head = Pick<Figure, 'name' | 'baselineName' | 'goal'>;

/**
 * Times both back to back, `pairs` times and once before that to warm up what they share. `agree` throws where they have not
 * found the same. Both are given the number of the pair, -1 for the first.
 */
export async function inPairs<H, O>(
  head: Head,
  pairs: number,
  baseline: (pair: number) => Promise<H>,
  ours: (pair: number) => Promise<O>,
  agree: (baseline: H, ours: O) => void = () => undefined,
): Promise<Figure> {
  const figure: Figure = { ...head, unit: 'ms', ours: [], baseline: [] };
  for (let pair = -1; pair < pairs; pair++) {
    const first = await timed(() => baseline(pair));
    const second = await timed(() => ours(pair));
    agree(first.value, second.value);
    if (pair < 0) continue;
    figure.baseline.push(first.milliseconds);
    figure.ours.push(second.milliseconds);
  }
  return figure;
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; milliseconds: number }> {
  const started = performance.now();
  const value = await work();
  return { value, milliseconds: performance.now() - started };
}
