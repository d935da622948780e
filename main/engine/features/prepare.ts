import { AppError } from '#shared/errors/index.ts';
import { type FeaturesDefinition, featureType } from '#shared/features/index.ts';
import type { Dataset, FieldType } from '#shared/intake/index.ts';
import type { ComparedConstant } from '#shared/privacy/parameters.ts';
import type { Sensitivity } from '#shared/privacy/sensitivity.ts';
import { clientBase, savedClients } from '../clients/index.ts';
import type { QueryOptions, Sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { type AsOfDay, asOfDays } from './asOf.ts';
import { sensitivityOf } from './columns.ts';
import { planFeatures } from './plan.ts';
import { featuresSql } from './statement.ts';
import { planTags } from './tags.ts';

export interface FeatureColumn {
  readonly name: string;
  readonly type: FieldType;
  readonly sensitivity: Sensitivity;
}

/** A definition compiled: one row a client, its key first and then `columns`. */
export interface Prepared {
  readonly statement: Sql;
  readonly key: FeatureColumn;
  readonly columns: readonly FeatureColumn[];
  readonly clients: number;
  readonly days: readonly AsOfDay[];
  readonly tables: readonly Dataset[];
  readonly compared: readonly ComparedConstant[];
  /** All statements that were and are to be run, in their order. */
  readonly statements: readonly Sql[];
}

/**
 * Compiles features against the saved client model. Fails with `clientsMissing`, with what has gone by name, and in words for what cannot be computed.
 */
export async function prepareFeatures(
  workspace: Workspace,
  definition: FeaturesDefinition,
  options: QueryOptions,
): Promise<Prepared> {
  const { output: own, features, tags } = definition;
  if (features.length + tags.length === 0) throw new AppError('validation', 'featuresNone');
  const model = savedClients(workspace);
  const base = await clientBase(workspace, model, options);
  const { key, dataset } = base.list;
  if (key === null) throw new AppError('validation', 'featuresNeedKey', { table: dataset.name });
  refuseTwins(key.name, definition);
  const planned = planFeatures(workspace, model, own, features);
  const { days, statements } = await asOfDays(workspace, definition.asOf, planned, options);
  const tagged = planTags(workspace, model, base, own, planned, tags);
  const statement = featuresSql(base, key.name, planned, days, tagged.columns);
  return {
    statement,
    key: { name: key.name, type: key.type, sensitivity: key.sensitivity },
    columns: [
      ...planned.features.map((each) => ({
        name: each.feature.name,
        type: featureType(each.feature.aggregate, each.field?.type ?? null),
        sensitivity: sensitivityOf(each),
      })),
      ...tagged.columns.map(({ column, labels }) => ({
        name: column,
        type: labels === null ? ('boolean' as const) : ('text' as const),
        sensitivity: 'internal' as const,
      })),
    ],
    clients: base.clients,
    days,
    tables: [...new Set([dataset, ...planned.tables, ...tagged.tables])],
    compared: [...planned.compared, ...tagged.compared],
    statements: [...statements, statement],
  };
}

/** Names of columns differ by more than case, or the database would take them for one. */
function refuseTwins(key: string, { features, tags }: FeaturesDefinition): void {
  const columns = new Set(tags.flatMap(({ column }) => (column === null ? [] : [column])));
  const flags = tags.filter(({ column }) => column === null).map(({ name }) => name);
  const seen = new Set<string>();
  for (const name of [key, ...features.map((each) => each.name), ...columns, ...flags]) {
    if (seen.has(name.toLowerCase())) throw new AppError('validation', 'featureNameTaken', { name });
    seen.add(name.toLowerCase());
  }
}
