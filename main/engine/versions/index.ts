export { addVersion, replaceVersion } from './add.ts';
export { hashOfBoth } from './append.ts';
export { compareVersions } from './compare.ts';
export { listVersions } from './list.ts';
export { fromFile, planVersion } from './plan.ts';
export { restoreVersion } from './restore.ts';
export { sourceOf } from './source.ts';
