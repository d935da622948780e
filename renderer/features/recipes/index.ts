export { RecipesArea } from './RecipesArea.tsx';
export { useMakeRecipe } from './useMakeRecipe.ts';
