export { applyRecipe } from './apply.ts';
export { previewRecipe } from './preview.ts';
