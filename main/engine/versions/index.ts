export { addVersion } from './add.ts';
export { keepVersions, keptVersions, listVersions } from './keep.ts';
export { fromFile, planVersion } from './plan.ts';
export { restoreVersion } from './restore.ts';
