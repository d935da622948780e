import { computeFeatures } from '#engine/features/index.ts';
import { applyRecipe } from '#engine/recipes/index.ts';
import { openWorkspace } from '#engine/workspace/index.ts';

/** Applies a recipe and computes features of a workspace again and again, with a line for each step, until it is killed. */
const [, , path = ''] = process.argv;
const workspace = await openWorkspace({ path });
const progress = ({ stage }: { stage: string }) => process.stdout.write(`${stage}\n`);
for (;;) {
  await applyRecipe(workspace, 'r', 'refuse', { progress });
  await computeFeatures(workspace, 'f', { progress });
}
