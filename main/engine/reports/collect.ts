import { AppError } from '#shared/errors/index.ts';
import type { FunnelDefinition } from '#shared/funnels/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { ReportDefinition } from '#shared/reports/index.ts';
import type { RuleNode, SegmentDefinition } from '#shared/segments/index.ts';
import { checkClients } from '../clients/index.ts';
import { countSegment } from '../segments/index.ts';
import { type QueryOptions, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { ReportFacts, SegmentFacts } from './facts.ts';
import { canonicalJson } from './hash.ts';
import { productVersion } from './productVersion.ts';

/** Computes everything that a report shows from its saved segments and the loaded data. */
export async function collect(
  workspace: Workspace,
  name: string,
  definition: ReportDefinition,
  options: QueryOptions,
): Promise<ReportFacts> {
  const clients = await collectClients(workspace, options);
  const segments: SegmentFacts[] = [];
  for (const page of definition.pages) segments.push(await collectSegment(workspace, page.name, options));
  return {
    name,
    definition,
    version: savedVersion(workspace, name, definition),
    clients,
    segments,
    ...referredBy(workspace, segments),
    datasets: datasetsRead(workspace, [clients, ...segments]),
    engine: await engineVersions(workspace),
  };
}

async function collectClients(workspace: Workspace, options: QueryOptions): Promise<ReportFacts['clients']> {
  const [model] = workspace.catalogue.definitions.list('clients');
  if (model?.kind !== 'clients') return null;
  return { definition: model.body, ...(await checkClients(workspace, model.body, options)) };
}

async function collectSegment(workspace: Workspace, name: string, options: QueryOptions): Promise<SegmentFacts> {
  const { body } = workspace.catalogue.definitions.get('segment', name);
  return { name, definition: body, ...(await countSegment(workspace, body, options)) };
}

/** Its version, as long as what is printed is what was saved. */
function savedVersion(workspace: Workspace, name: string, definition: ReportDefinition): number | null {
  const saved = workspace.catalogue.definitions.list('report').find((candidate) => candidate.name === name);
  return saved && canonicalJson(saved.body) === canonicalJson(definition) ? saved.version : null;
}

/** The segments and funnels that rules name and that have no page of their own, also through one another. */
function referredBy(workspace: Workspace, shown: readonly SegmentFacts[]): Pick<ReportFacts, 'referred' | 'funnels'> {
  const { definitions } = workspace.catalogue;
  const funnels = new Map<string, FunnelDefinition>();
  const names = new Set(shown.map(({ name }) => name));
  const found: { name: string; definition: SegmentDefinition }[] = [];
  const visit = (node: RuleNode): void => {
    switch (node.kind) {
      case 'condition':
        return;
      case 'group':
        for (const item of node.items) visit(item);
        return;
      case 'funnel': {
        if (funnels.has(node.funnel)) return;
        const { body } = definitions.get('funnel', node.funnel);
        funnels.set(node.funnel, body);
        if (body.scope.kind === 'segment') visit({ kind: 'segment', segment: body.scope.segment });
        return;
      }
      case 'segment': {
        if (names.has(node.segment)) return;
        names.add(node.segment);
        const { body } = definitions.get('segment', node.segment);
        found.push({ name: node.segment, definition: body });
        visit(body.rule);
      }
    }
  };
  for (const { definition } of shown) visit(definition.rule);
  return { referred: found, funnels: [...funnels].map(([name, definition]) => ({ name, definition })) };
}

function datasetsRead(
  workspace: Workspace,
  results: readonly (Pick<SegmentFacts, 'provenance'> | null)[],
): readonly Dataset[] {
  const names = new Set(results.flatMap((result) => result?.provenance.tables.map(({ table }) => table) ?? []));
  return [...names].map((table) => workspace.catalogue.datasets.get(table));
}

/** What computed the figures, for reports and results. */
export async function engineVersions(workspace: Workspace): Promise<ReportFacts['engine']> {
  const [row] = await workspace.warehouse.rows(sql`SELECT version() AS version`);
  if (!row) throw new AppError('internal', 'internal', {}, { detail: 'no version' });
  return { clientscope: productVersion, duckdb: String(row.version) };
}
