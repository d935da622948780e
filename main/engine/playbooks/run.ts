import type { CallProgress, Provenance } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { Outcome, Playbook, RunResults } from '#shared/playbook/index.ts';
import type { ReportPage } from '#shared/reports/index.ts';
import { checkClients } from '../clients/index.ts';
import { runFeatures } from '../features/index.ts';
import { computeFunnel } from '../funnels/index.ts';
import { runMatch } from '../matching/index.ts';
import { computePortrait } from '../portraits/index.ts';
import { channelBalance, reconcile, setControls } from '../quality/index.ts';
import { engineVersions, type RenderedReport, readableProvenance, renderReport } from '../reports/index.ts';
import { computeRoi } from '../roi/index.ts';
import { countSegment } from '../segments/index.ts';
import type { QueryOptions } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { provideDataset } from './data.ts';
import { attempt, type Computed } from './outcome.ts';
import { dataFile, dataFolder } from './paths.ts';
import { tableQuality } from './quality.ts';
import { inOrder, runRecipe } from './recipes.ts';
import { clientsName, saveDefinition, saveModel } from './save.ts';

/** Takes a rendered report out of the engine; returns the names of the files it became. */
export type ReportWriter = (name: string, report: RenderedReport) => Promise<readonly string[]>;

export interface PlaybookOptions {
  /** The folder that the playbook's files are named relative to, and may not leave. */
  readonly dataDir: string;
  /** What to do with reports; false: save their definitions without making them. */
  readonly reports: ReportWriter | false;
  /** Told when the next definition begins. */
  readonly onStart?: (kind: Outcome['kind'], name: string) => void;
}

export interface PlaybookContext {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: CallProgress) => void) | undefined;
}

/** What has gone wrong so far, for what depends on it. */
interface Failures {
  readonly datasets: Set<string>;
  /** By kind and name. */
  readonly results: Map<string, AppError>;
  clients: AppError | null;
}

/**
 * Runs every definition of a playbook in order: data, recipes, matches, clients, features, quality, portraits, segments, funnels, ROI, reports. Each is saved in the catalogue; one that
 * fails is recorded and the rest goes on. Throws only when it is cancelled or the data folder is missing.
 */
export async function runPlaybook(
  workspace: Workspace,
  playbook: Playbook,
  options: PlaybookOptions,
  context: PlaybookContext = {},
): Promise<RunResults> {
  const root = await dataFolder(options.dataDir);
  const failures: Failures = { datasets: new Set(), results: new Map(), clients: null };
  const definitions: Outcome[] = [];
  const files: string[] = [];

  async function step(kind: Outcome['kind'], name: string, compute: () => Promise<Computed>): Promise<AppError | null> {
    options.onStart?.(kind, name);
    const { outcome, error } = await attempt(kind, name, context.signal, compute);
    definitions.push(outcome);
    return error;
  }

  for (const entry of playbook.data) {
    const error = await step('data', entry.name, async () => {
      const first = await dataFile(root, entry.file);
      const appended = await Promise.all((entry.append ?? []).map((file) => dataFile(root, file)));
      const repairs = entry.repairs === undefined ? null : await dataFile(root, entry.repairs);
      const dataset = await provideDataset(workspace, entry, { first, appended, repairs }, context);
      if (entry.controls) setControls(workspace, dataset.id, entry.controls);
      const { result: held } = await reconcile(workspace, dataset.id, { signal: context.signal });
      const said = { controls: held.checks, aside: held.aside };
      return { result: { ...describeDataset(dataset), ...said }, provenance: null };
    });
    if (error) failures.datasets.add(entry.name);
  }

  for (const { name, ...body } of inOrder(playbook.recipes)) {
    const error = await step('recipe', name, async () => {
      saveDefinition(workspace.catalogue, { kind: 'recipe', name, body });
      if (failures.datasets.has(body.table)) throw dependencyFailed(body.table);
      const { result, provenance } = await runRecipe(workspace, name, body, context);
      return { result, provenance: settled(workspace, provenance, failures) };
    });
    if (error) failures.datasets.add(body.output);
  }

  saveModel(workspace.catalogue, playbook);
  workspace.emit({ type: 'definitionsChanged' });
  const query: QueryOptions = {
    signal: context.signal,
    onProgress: (share) => context.progress?.({ stage: 'counting', share }),
  };
  for (const { name, output } of playbook.matches) {
    const error = await step('match', name, async () => {
      const { summary, provenance } = await runMatch(workspace, name, context);
      return { result: { ...summary }, provenance: settled(workspace, provenance, failures) };
    });
    if (error) failures.datasets.add(output);
  }
  const { clients } = playbook;
  if (clients) {
    failures.clients = await step('clients', clientsName, async () => {
      const { summary, provenance } = await checkClients(workspace, clients, query);
      const balance = await channelBalance(workspace, clients, 'model', query);
      const both = together(provenance, balance.provenance);
      return { result: { ...summary, balance: balance.result }, provenance: settled(workspace, both, failures) };
    });
  }
  for (const { name, output } of playbook.features) {
    const error = await step('features', name, async () => {
      const { result, provenance } = await runFeatures(workspace, name, context);
      return { result: { ...result }, provenance: settled(workspace, provenance, failures) };
    });
    // What they made in an earlier run is not what this one would have made.
    if (error) failures.datasets.add(output);
  }
  for (const { table, asOf } of playbook.quality) {
    await step('quality', table, async () => {
      if (failures.datasets.has(table)) throw dependencyFailed(table);
      const { result, provenance } = await tableQuality(workspace, { table, asOf: asOf ?? null }, query);
      return { result, provenance: settled(workspace, provenance, failures) };
    });
  }
  for (const { name, ...body } of playbook.portraits) {
    const error = await step('portrait', name, async () => {
      const { result, provenance } = await computePortrait(workspace, body, query);
      return { result: { ...result }, provenance: settled(workspace, provenance, failures) };
    });
    if (error) failures.results.set(keyOf({ kind: 'portrait', name }), error);
  }
  for (const { name, rule } of playbook.segments) {
    const error = await step('segment', name, async () => {
      const { result, provenance } = await countSegment(workspace, { rule }, query);
      return { result: { ...result }, provenance: settled(workspace, provenance, failures) };
    });
    if (error) failures.results.set(keyOf({ kind: 'segment', name }), error);
  }
  for (const { name, ...body } of playbook.funnels) {
    const error = await step('funnel', name, async () => {
      const { result, provenance } = await computeFunnel(workspace, body, query);
      return { result: { ...result }, provenance: settled(workspace, provenance, failures) };
    });
    if (error) failures.results.set(keyOf({ kind: 'funnel', name }), error);
  }

  for (const { name, ...body } of playbook.roi) {
    const error = await step('roi', name, async () => {
      const { result, provenance } = await computeRoi(workspace, body, query);
      return { result: { ...result }, provenance: settled(workspace, provenance, failures) };
    });
    if (error) failures.results.set(keyOf({ kind: 'roi', name }), error);
  }

  for (const { name, ...body } of playbook.reports) {
    saveDefinition(workspace.catalogue, { kind: 'report', name, body });
    const write = options.reports;
    if (write === false) continue;
    await step('report', name, async () => {
      refuseWithout(body.pages, failures);
      const report = await renderReport(workspace, name, body, context);
      for (const page of report.failed) throw pageFailed(page.name, page.error);
      context.progress?.({ stage: 'printing', share: null });
      const written = await write(name, report);
      files.push(...written);
      return { result: { hash: report.hash, files: [...written] }, provenance: null };
    });
  }
  const engine = await engineVersions(workspace);
  return { format: 'clientscope.results', version: 1, playbook: playbook.name, engine, definitions, files };
}

/**
 * Provenance as results keep it, tables under their datasets' names. A dataset that failed to load may still be there from
 * an earlier run: nothing of this run is computed from it.
 */
function settled(workspace: Workspace, provenance: Provenance, { datasets }: Failures): Provenance {
  const stale = provenance.tables.find(({ table }) => datasets.has(table));
  if (stale) throw dependencyFailed(stale.table);
  return readableProvenance(workspace, provenance);
}

/** Of two figures over the same tables. */
function together(one: Provenance, other: Provenance): Provenance {
  return {
    sql: [one.sql, other.sql].join(';\n'),
    parameters: [...one.parameters, ...other.parameters],
    tables: one.tables,
    milliseconds: one.milliseconds + other.milliseconds,
  };
}

const dependencyFailed = (name: string): AppError => new AppError('notFound', 'dependencyFailed', { name });

const keyOf = ({ kind, name }: Pick<ReportPage, 'kind' | 'name'>): string => `${kind}/${name}`;

/** A report with a page missing would say something else than was asked for, and nobody looks at it before it is passed on. */
function refuseWithout(pages: readonly ReportPage[], { clients, results }: Failures): void {
  if (clients) throw clients;
  for (const page of pages) {
    const error = results.get(keyOf(page));
    if (error) throw pageFailed(page.name, error);
  }
}

const pageFailed = (name: string, error: AppError): AppError =>
  new AppError(error.code, 'pageFailed', { name, reason: error.sentence('en'), reasonZh: error.sentence('zh') });

function describeDataset(dataset: Dataset): Computed['result'] {
  const { file, sha256, bytes, format, version, rows, quarantined, fields, options } = dataset;
  return {
    ...{ file, sha256, bytes, format, encoding: options.encoding ?? null, version, rows, quarantined },
    fields: fields.map(({ name, type, sensitivity, nulls }) => ({ name, type, sensitivity, nulls })),
  };
}
