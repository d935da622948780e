export { addVersion } from './add.ts';
export { compareVersions } from './compare.ts';
export { keepVersions, keptVersions, listVersions } from './keep.ts';
export { fromFile, planVersion } from './plan.ts';
export { restoreVersion } from './restore.ts';
