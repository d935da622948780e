import { definitionOf } from '#shared/derived/index.ts';
import { AppError, type ErrorCode } from '#shared/errors/index.ts';
import type { FunnelDefinition } from '#shared/funnels/index.ts';
import type { ReportDefinition, ReportPage } from '#shared/reports/index.ts';
import type { RuleNode, Scope, SegmentDefinition } from '#shared/segments/index.ts';
import { checkClients } from '../clients/index.ts';
import { computeFunnel } from '../funnels/index.ts';
import { computePortrait } from '../portraits/index.ts';
import { computeRoi } from '../roi/index.ts';
import { countSegment } from '../segments/index.ts';
import { type QueryOptions, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { type ComputedPage, computedOf, type PageFacts, type ReportFacts } from './facts.ts';
import { canonicalJson } from './hash.ts';
import { productVersion } from './productVersion.ts';

/** Computes everything that a report shows from what is saved and loaded; a page that cannot be computed says why. */
export async function collect(
  workspace: Workspace,
  name: string,
  definition: ReportDefinition,
  options: QueryOptions,
): Promise<ReportFacts> {
  const clients = await collectClients(workspace, options);
  const pages: PageFacts[] = [];
  for (const [i, page] of definition.pages.entries()) {
    const share = (part: number) => options.onProgress?.((i + part) / definition.pages.length);
    pages.push(await tryPage(workspace, page, { signal: options.signal, onProgress: share }));
    share(1);
  }
  const computed = computedOf(pages);
  return {
    name,
    definition,
    version: savedVersion(workspace, name, definition),
    clients,
    pages,
    ...referredBy(workspace, computed),
    ...inputsOf(workspace, [clients, ...computed]),
    engine: await engineVersions(workspace),
  };
}

async function collectClients(workspace: Workspace, options: QueryOptions): Promise<ReportFacts['clients']> {
  const [model] = workspace.catalogue.definitions.list('clients');
  if (model?.kind !== 'clients') return null;
  return { definition: model.body, ...(await checkClients(workspace, model.body, options)) };
}

/** What lies in the page's definition or its data; anything else (memory, disk, a cancel) concerns the whole report. */
const ofThePage: ReadonlySet<ErrorCode> = new Set([
  'validation',
  'notFound',
  'permission',
  'catalog',
  'binder',
  'conversion',
]);

async function tryPage(workspace: Workspace, page: ReportPage, options: QueryOptions): Promise<PageFacts> {
  try {
    return await collectPage(workspace, page, options);
  } catch (thrown) {
    if (!(thrown instanceof AppError && ofThePage.has(thrown.code))) throw thrown;
    return { kind: 'failed', name: page.name, error: thrown };
  }
}

/** Computes one page; fails with the definition, field or table that has gone, by name. */
export async function collectPage(
  workspace: Workspace,
  { kind, name, finding }: ReportPage,
  options: QueryOptions,
): Promise<ComputedPage> {
  const { definitions } = workspace.catalogue;
  const edited = finding ?? null;
  switch (kind) {
    case 'segment': {
      const { body } = definitions.get('segment', name);
      return { kind, name, edited, definition: body, ...(await countSegment(workspace, body, options)) };
    }
    case 'portrait': {
      const { body } = definitions.get('portrait', name);
      const { result, provenance } = await computePortrait(workspace, body, options);
      return { kind, name, edited, definition: body, result, provenance };
    }
    case 'funnel': {
      const { body } = definitions.get('funnel', name);
      return { kind, name, edited, definition: body, ...(await computeFunnel(workspace, body, options)) };
    }
    case 'roi': {
      const { body } = definitions.get('roi', name);
      return { kind, name, edited, definition: body, ...(await computeRoi(workspace, body, options)) };
    }
  }
}

/** Its version, as long as what is printed is what was saved. */
function savedVersion(workspace: Workspace, name: string, definition: ReportDefinition): number | null {
  const saved = workspace.catalogue.definitions.list('report').find((candidate) => candidate.name === name);
  return saved && canonicalJson(saved.body) === canonicalJson(definition) ? saved.version : null;
}

/** The segments and funnels that pages name and that have no page of their own, also through one another. */
function referredBy(workspace: Workspace, shown: readonly ComputedPage[]): Pick<ReportFacts, 'referred' | 'funnels'> {
  const { definitions } = workspace.catalogue;
  const funnels = new Map<string, FunnelDefinition>();
  const ownPage = (kind: ComputedPage['kind']) => shown.flatMap((page) => (page.kind === kind ? [page.name] : []));
  const seen = { segment: new Set(ownPage('segment')), funnel: new Set(ownPage('funnel')) };
  const found: { name: string; definition: SegmentDefinition }[] = [];
  const visit = (node: RuleNode): void => {
    switch (node.kind) {
      case 'condition':
        return;
      case 'group':
        for (const item of node.items) visit(item);
        return;
      case 'funnel': {
        if (seen.funnel.has(node.funnel)) return;
        seen.funnel.add(node.funnel);
        const { body } = definitions.get('funnel', node.funnel);
        funnels.set(node.funnel, body);
        visitScope(body.scope);
        return;
      }
      case 'segment': {
        if (seen.segment.has(node.segment)) return;
        seen.segment.add(node.segment);
        const { body } = definitions.get('segment', node.segment);
        found.push({ name: node.segment, definition: body });
        visit(body.rule);
      }
    }
  };
  const visitScope = (scope: Scope): void => {
    if (scope.kind === 'segment') visit({ kind: 'segment', segment: scope.segment });
  };
  for (const page of shown) {
    if (page.kind === 'segment') visit(page.definition.rule);
    else visitScope(page.definition.scope);
    if (page.kind === 'portrait' && page.definition.baseline.kind === 'segment') visitScope(page.definition.baseline);
  }
  return { referred: found, funnels: [...funnels].map(([name, definition]) => ({ name, definition })) };
}

/** A computed dataset is no input: the files are those that it was made from, as far as they are still there. */
function inputsOf(
  { catalogue }: Workspace,
  results: readonly (Pick<ComputedPage, 'provenance'> | null)[],
): Pick<ReportFacts, 'datasets' | 'made'> {
  const names = new Set(results.flatMap((result) => result?.provenance.tables.map(({ table }) => table) ?? []));
  const datasets = [...names].map((table) => catalogue.datasets.get(table));
  for (const { derived } of datasets)
    for (const { table } of derived?.sources ?? []) {
      const source = names.has(table) ? undefined : catalogue.datasets.find(table);
      names.add(table);
      if (source) datasets.push(source);
    }
  const definitions = catalogue.definitions.list();
  const made = new Map<string, ReportFacts['made'][number]>();
  for (const dataset of datasets) {
    const definition = definitionOf(dataset, definitions);
    const kind = dataset.derived?.kind;
    if (kind && definition) made.set(definition.id, { kind, name: definition.name, body: definition.body });
  }
  return { datasets, made: [...made.values()] };
}

/** What computed the figures, for reports and results. */
export async function engineVersions(workspace: Workspace): Promise<ReportFacts['engine']> {
  const [row] = await workspace.warehouse.rows(sql`SELECT version() AS version`);
  if (!row) throw new AppError('internal', 'internal', {}, { detail: 'no version' });
  return { clientscope: productVersion, duckdb: String(row.version) };
}
