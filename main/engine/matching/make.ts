import { factPart } from '#shared/derived/index.ts';
import { type Dataset, type Field, provenanceColumns } from '#shared/intake/index.ts';
import { lineageName, type MatchDefinition } from '#shared/matching/index.ts';
import type { Sensitivity } from '#shared/privacy/sensitivity.ts';
import { type Derivation, type DeriveContext, materialiseAll } from '../derived/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { columnsNotTaken } from './columns.ts';
import { keepMatched, type Matched, numberClients } from './compute.ts';
import { factQuery, lineageColumns, lineageQuery } from './lineage.ts';
import { clientsQuery } from './survive.ts';

const internal: readonly { sensitivity: Sensitivity }[] = [{ sensitivity: 'internal' }];

/**
 * Makes the datasets of a saved definition, or their next versions: the merged clients, where each came from, and the tables that
 * hang on the lists: all of them or none, the clients first. Fails with `definitionMissing` and as `matchLists` does.
 */
export async function makeMatch(workspace: Workspace, name: string, context: DeriveContext): Promise<Dataset[]> {
  return (await runMatch(workspace, name, context)).datasets;
}

/** `makeMatch`, with what the definition came to. */
export async function runMatch(
  workspace: Workspace,
  name: string,
  context: DeriveContext,
): Promise<Pick<Matched, 'summary' | 'provenance'> & { datasets: Dataset[] }> {
  const saved = workspace.catalogue.definitions.get('match', name);
  const { signal, progress } = context;
  const options = { signal, onProgress: (share: number) => progress?.({ stage: 'counting' as const, share }) };
  return keepMatched(workspace, saved.body, options, async (matched) => ({
    ...{ summary: matched.summary, provenance: matched.provenance },
    datasets: await makeDatasets(workspace, saved, matched, context),
  }));
}

async function makeDatasets(
  workspace: Workspace,
  { id: known, name, version }: { id: string; name: string; version: number },
  matched: Matched,
  context: DeriveContext,
): Promise<Dataset[]> {
  const { inputs, scratch } = matched;
  const { definition, classes } = inputs;
  const own = { kind: 'match' as const, definition: { id: known, name, version } };
  const sources = inputs.lists.map(({ dataset }) => dataset);
  const attributes = definition.attributes.map((each) => each.name);
  const told = provenanceColumns;
  const [id = definition.idColumn, lists = told.lists, rows = told.rows] = columnsNotTaken(attributes, [
    definition.idColumn,
    ...[told.lists, told.rows],
  ]);
  await numberClients(workspace, matched, context);
  const facts = definition.facts.map((fact) => ({ fact, ...factQuery(workspace, inputs, fact, scratch) }));
  const derivations: Derivation[] = [
    {
      ...{ ...own, output: definition.output, sources },
      query: clientsQuery(inputs, { id, lists, rows }, scratch),
      origins: new Map([
        ...[id, lists, rows].map((column): [string, typeof internal] => [column, internal]),
        ...attributes.map((column, i): [string, typeof internal] => [
          column,
          [{ sensitivity: classes[i] ?? 'internal' }],
        ]),
      ]),
    },
    {
      ...{ ...own, part: 'lineage', output: lineageName(definition.output), sources },
      query: lineageQuery(inputs, scratch),
      origins: lineageOrigins(
        definition,
        inputs.lists.flatMap(({ key }) => key ?? []),
      ),
    },
    ...facts.map(({ fact, query, column, fields }): Derivation => {
      const table = workspace.catalogue.datasets.get(fact.table);
      const origins = new Map<string, readonly Pick<Field, 'sensitivity'>[]>([
        ...fields.map((field) => [field.name, [field]] as const),
        [column, internal],
      ]);
      return { ...own, part: factPart(fact.table), output: fact.output, sources: [table, ...sources], query, origins };
    }),
  ];
  return materialiseAll(workspace, derivations, context);
}

function lineageOrigins(definition: MatchDefinition, keys: readonly Field[]): Derivation['origins'] {
  const { id, list, row, own, by } = lineageColumns(definition);
  return new Map([
    ...[id, list, row, by].map((column): [string, readonly Pick<Field, 'sensitivity'>[]] => [column, internal]),
    [own, keys.length > 0 ? keys : internal],
  ]);
}
