import type { ClientsDefinition } from '#shared/clients/index.ts';
import { featureType, type Tag } from '#shared/features/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { ComparedConstant } from '#shared/privacy/parameters.ts';
import type { ClientBase } from '../clients/index.ts';
import { compileRule, type OwnFields } from '../segments/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { sensitivityOf } from './columns.ts';
import type { Planned } from './plan.ts';
import { featureColumn, type PlannedTag } from './statement.ts';

/** The tags of a definition as columns, in the order in which each column is first named. */
export function planTags(
  workspace: Workspace,
  model: ClientsDefinition,
  base: ClientBase,
  own: string,
  planned: Planned,
  tags: readonly Tag[],
): { columns: PlannedTag[]; tables: readonly Dataset[]; compared: readonly ComparedConstant[] } {
  const fields = ownFields(own, planned);
  const tables: Dataset[] = [];
  const compared: ComparedConstant[] = [];
  const compiled = tags.map((tag) => {
    const { condition, ...read } = compileRule(workspace, model, base, tag.rule, fields);
    tables.push(...read.tables);
    compared.push(...read.compared);
    return { tag, condition };
  });
  const names = [...new Set(tags.map(({ name, column }) => column ?? name))];
  const columns = names.map((column) => {
    const mine = compiled.filter(({ tag }) => (tag.column ?? tag.name) === column);
    const labels = mine.some(({ tag }) => tag.column !== null) ? mine.map(({ tag }) => tag.name) : null;
    return { column, labels, conditions: mine.map(({ condition }) => condition) };
  });
  return { columns, tables, compared };
}

/** The features beside the tags, as fields of the dataset that they become. */
function ownFields(table: string, { features }: Planned): OwnFields {
  return {
    table,
    fields: features.map((each) => ({
      field: {
        name: each.feature.name,
        type: featureType(each.feature.aggregate, each.field?.type ?? null),
        sensitivity: sensitivityOf(each),
      },
      column: featureColumn(each.place),
    })),
  };
}
