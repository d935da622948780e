import { AppError, toAppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { RecipeStep } from '#shared/recipes/index.ts';
import { type QueryOptions, type Session, sql } from '../warehouse/index.ts';
import { largestPattern, patternSize } from './patternSize.ts';
import { nextStage, sourceStage } from './stage.ts';
import { build } from './steps/index.ts';
import type { Built, Stage } from './types.ts';

/** A step with the rows before and after it; `built` is null where it is passed over. */
export interface CompiledStep {
  readonly step: RecipeStep;
  readonly before: Stage;
  readonly after: Stage;
  readonly built: Built | null;
  /** Why it does not fit. */
  readonly error: AppError | null;
}

/** Errors that say that a step does not fit; what else goes wrong ends the call. */
const misfits: readonly AppError['code'][] = [
  'validation',
  'notFound',
  'permission',
  'binder',
  'conversion',
  'catalog',
];

/** Compiles the steps one after the other. One that is switched off or does not fit leaves the rows as they are. */
export async function compileSteps(
  session: Session,
  source: Dataset,
  steps: readonly RecipeStep[],
  options: QueryOptions,
): Promise<CompiledStep[]> {
  const compiled: CompiledStep[] = [];
  let stage = sourceStage(source);
  for (const step of steps) {
    const one = step.enabled
      ? await compileStep(session, step, stage, options)
      : { step, before: stage, after: stage, built: null, error: null };
    compiled.push(one);
    stage = one.after;
  }
  return compiled;
}

async function compileStep(
  session: Session,
  step: RecipeStep,
  stage: Stage,
  options: QueryOptions,
): Promise<CompiledStep> {
  try {
    if (step.kind === 'replace' && step.match === 'pattern') await refuseBadPattern(session, step.find);
    const built = await build(step, stage, session, options);
    return { step, before: stage, after: await nextStage(stage, built, session), built, error: null };
  } catch (thrown) {
    const error = toAppError(thrown);
    if (!misfits.includes(error.code)) throw error;
    return { step, before: stage, after: stage, built: null, error };
  }
}

/** Only RE2 itself knows what it takes; asked with a constant, it says so before any row is read. */
async function refuseBadPattern(session: Session, find: string): Promise<void> {
  const size = patternSize(find);
  if (size > largestPattern)
    throw new AppError('validation', 'recipePatternLarge', { find, size, limit: largestPattern });
  try {
    await session.rows(sql`SELECT regexp_matches('', ${find}) AS met`);
  } catch (thrown) {
    const { detail = '' } = toAppError(thrown);
    const reason = detail.replace(/^[\s\S]*?Error: /, '');
    throw new AppError('validation', 'recipePatternBad', { find, reason });
  }
}
