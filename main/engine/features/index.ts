export { computeFeatures, runFeatures } from './compute.ts';
export { previewFeatures } from './preview.ts';
