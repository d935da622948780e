/** Whether this is `npm run test:full`, which looks at all of what `npm test` can only take samples of. */
export const isFull = process.env.CLIENTSCOPE_FULL === '1';

/** How often a property is tried. */
export const runs = (quick: number, full: number): number => (isFull ? full : quick);

/** Every so manyth of a list, the first among them; all of it in the full run. */
export const sampled = <T>(all: readonly T[], every: number): readonly T[] =>
  isFull ? all : all.filter((_, i) => i % every === 0);

/** What is said of a test that only the full run does. */
export const whyNotNow = isFull ? '' : ' (skipped: npm run test:full does it)';
