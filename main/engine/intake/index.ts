export type { IntakeContext } from './context.ts';
export { inspect } from './inspect.ts';
export { load } from './load.ts';
export { removeDataset, sweep } from './remove.ts';
