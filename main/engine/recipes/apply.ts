import type { Provenance } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { RecipeResult } from '#shared/recipes/index.ts';
import { provenanceOf, versionOf } from '../datasets/index.ts';
import { type Derivation, type DeriveContext, materialise } from '../derived/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { shownField } from './classes.ts';
import { comparedIn } from './compared.ts';
import { type CompiledStep, compileSteps } from './compile.ts';
import { rowsOf, sourceStage } from './stage.ts';

/** What is done with a step that does not fit. */
export type Misfits = 'refuse' | 'skip';

/**
 * Makes the dataset of a saved recipe; see `recipes.apply` of the contract. `current`: the dataset where it is known that
 * making it again would change nothing. Fails with `recipeStepMisfit`.
 */
export async function applyRecipe(
  workspace: Workspace,
  name: string,
  misfits: Misfits,
  context: DeriveContext,
  current?: Dataset,
): Promise<{ dataset: Dataset; result: RecipeResult; provenance: Provenance }> {
  const started = performance.now();
  const { id, version, body } = workspace.catalogue.definitions.get('recipe', name);
  const source = workspace.catalogue.datasets.get(body.table);
  const compiled = await workspace.warehouse.withSession(
    (session) => compileSteps(session, source, body.steps, { signal: context.signal }),
    context.signal,
  );
  if (misfits === 'refuse') refuseMisfit(name, compiled);
  const last = compiled.at(-1)?.after ?? sourceStage(source);
  const query = rowsOf(last);
  const derivation: Derivation = {
    kind: 'recipe',
    ...{ definition: { id, name, version }, output: body.output, sources: [source], query },
    origins: new Map(last.columns.map((column) => [column.name, column.origins])),
    altered: new Set(last.columns.filter(({ altered }) => altered).map(({ name: column }) => column)),
  };
  const dataset = current ?? (await materialise(workspace, derivation, context));
  const passedOver = compiled.flatMap(({ error }, i) => (error ? [{ step: i + 1, error: error.toWire() }] : []));
  const fields = dataset.fields.map(shownField);
  const counted = { rowsBefore: source.rows, rows: dataset.rows };
  return {
    dataset,
    result: { dataset: dataset.name, version: dataset.version, ...counted, fields, passedOver },
    provenance: provenanceOf([query], comparedIn(compiled), [versionOf(source)], started),
  };
}

function refuseMisfit(name: string, compiled: readonly CompiledStep[]): void {
  const at = compiled.findIndex(({ error }) => error !== null);
  const error = compiled[at]?.error;
  if (!error) return;
  const reasons = { reason: error.sentence('en'), reasonZh: error.sentence('zh') };
  throw new AppError(error.code, 'recipeStepMisfit', { name, step: at + 1, ...reasons }, { detail: error.detail });
}
