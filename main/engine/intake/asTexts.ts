import type { ReadOptions } from '#shared/intake/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { IntakeContext } from './context.ts';
import { inspect } from './inspect.ts';
import type { Place } from './place.ts';

/** The options with every column read as text, where the file leaves a choice. */
export async function withTexts(
  workspace: Workspace,
  place: Place,
  options: ReadOptions,
  context: IntakeContext,
): Promise<ReadOptions> {
  const preview = await inspect(workspace, place, options, context);
  if (preview.typesFixed) return options;
  const said = new Map((options.columns ?? []).map((each) => [each.column, each]));
  const columns = preview.columns.map(({ column }) => ({ column, ...said.get(column), type: 'text' as const }));
  return { ...options, columns };
}
