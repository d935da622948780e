export { applyRecipe } from './apply.ts';
export { clusterField } from './clusters/index.ts';
export { previewRecipe } from './preview.ts';
