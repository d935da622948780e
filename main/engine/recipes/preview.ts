import type { RecipeDefinition, RecipePreview, RecipeStepResult } from '#shared/recipes/index.ts';
import type { QueryOptions, Session } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { shownColumn, shownField } from './classes.ts';
import { type CompiledStep, compileSteps } from './compile.ts';
import { countChanges } from './counts.ts';
import { recallOf } from './recall.ts';
import { sampleOf } from './sample.ts';

/** What the first `upTo` steps of a recipe do; see `recipes.preview` of the contract. */
export async function previewRecipe(
  workspace: Workspace,
  { table, steps }: RecipeDefinition,
  upTo: number | null,
  options: QueryOptions = {},
): Promise<RecipePreview> {
  const source = workspace.catalogue.datasets.get(table);
  const wanted = upTo === null ? steps : steps.slice(0, upTo);
  const recall = recallOf(workspace, source, wanted);
  return workspace.warehouse.withSession(async (session) => {
    const compiled = await compileSteps(session, source, wanted, options);
    const results: RecipeStepResult[] = [];
    let rows = source.rows;
    for (const [i, one] of compiled.entries()) {
      const share = (part: number) => options.onProgress?.((i + part) / compiled.length);
      const result = await recall(i, () => lookAt(session, one, rows, { ...options, onProgress: share }));
      results.push(result);
      rows = result.rowsAfter;
    }
    return { rows: source.rows, fields: source.fields.map(shownField), steps: results };
  }, options.signal);
}

async function lookAt(
  session: Session,
  compiled: CompiledStep,
  rows: number,
  options: QueryOptions,
): Promise<RecipeStepResult> {
  const { step, before, after, built, error } = compiled;
  const fields = after.columns.map(shownColumn);
  if (built === null) {
    return {
      ...{ status: step.enabled ? 'misfit' : 'off', error: error?.toWire() ?? null, rowsBefore: rows, rowsAfter: rows },
      ...{ fields, changedCells: 0, columns: [], sample: { before: [], after: [], rows: [] } },
    };
  }
  const counted = await countChanges(session, before, after, built, rows, options);
  const sample = await sampleOf(session, before, after, built, options);
  return { status: 'done', error: null, rowsBefore: rows, ...counted, fields, sample };
}
