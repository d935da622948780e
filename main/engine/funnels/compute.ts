import type { Provenance } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { FunnelDefinition, FunnelResult } from '#shared/funnels/index.ts';
import type { Field } from '#shared/intake/index.ts';
import { maskConstant } from '#shared/privacy/parameters.ts';
import { isIdentity } from '#shared/privacy/sensitivity.ts';
import { learnKey } from '../clients/index.ts';
import { fieldOf, provenanceOf, versionOf } from '../datasets/index.ts';
import { scopedClients } from '../segments/index.ts';
import { planSteps } from '../steps/index.ts';
import type { QueryOptions } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { funnelFigures } from './figures.ts';
import { funnelSql } from './statement.ts';

/** Computes a funnel against the saved client model; `clientsMissing` where there is none. See docs/semantics.md, "Funnels". */
export async function computeFunnel(
  workspace: Workspace,
  definition: FunnelDefinition,
  options: QueryOptions = {},
): Promise<{ result: FunnelResult; provenance: Provenance }> {
  const started = performance.now();
  const { scope } = definition;
  const scoped = await scopedClients(workspace, scope, options);
  await learnEntry(workspace, definition, options);
  const condition = scope.kind === 'all' ? null : scoped.condition;
  const plan = planSteps(workspace, scoped.model, scoped.base, definition, { condition });
  const field = definition.breakdown === null ? null : fieldOf(plan.dataset, definition.breakdown);
  if (field && namesPeople(field)) throw new AppError('permission', 'funnelGroupsWithheld', { field: field.name });
  const statement = funnelSql(plan, definition);
  const rows = await workspace.warehouse.rows(statement, options);
  const shown = field && ((value: string) => String(maskConstant(value, field.sensitivity)));
  const names = definition.steps.map(({ name }) => name);
  const tables = [...(scope.kind === 'all' ? [] : scoped.tables), ...plan.tables];
  return {
    result: funnelFigures(rows, names, definition.window !== null, shown),
    provenance: provenanceOf([statement], [...scoped.compared, ...plan.compared], tables.map(versionOf), started),
  };
}

/** Entries are keys, too. A table or field that has gone is told when the funnel is planned. */
async function learnEntry(
  workspace: Workspace,
  { table, entry }: FunnelDefinition,
  options: QueryOptions,
): Promise<void> {
  const dataset = workspace.catalogue.datasets.find(table);
  const field = dataset?.fields.find(({ name }) => name === entry);
  if (dataset && field) await learnKey(workspace, dataset, field, options);
}

/** A birth date is masked to its year: as a group it would tell more. */
const namesPeople = ({ sensitivity }: Field): boolean => isIdentity(sensitivity) || sensitivity === 'birthDate';
