export { RecipesArea } from './RecipesArea.tsx';
export { useMakeRecipe } from './useMakeRecipe.ts';
export { useMendWith } from './useMendWith.tsx';
