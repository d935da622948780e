export { addVersion, replaceVersion } from './add.ts';
export { compareVersions } from './compare.ts';
export { listVersions } from './list.ts';
export { hashOfBoth } from './parts.ts';
export { fromFile, planVersion } from './plan.ts';
export { replacePart } from './replacePart.ts';
export { restoreVersion } from './restore.ts';
export { sourceOf } from './source.ts';
