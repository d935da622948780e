export type { IntakeContext } from './context.ts';
export { convertFile } from './convertFile.ts';
export { describeFile } from './describeFile.ts';
export { inspect } from './inspect.ts';
export { load } from './load.ts';
export { removeDataset, sweep } from './remove.ts';
export { statIfThere } from './source/statIfThere.ts';
