import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { CallProgress, ChosenFile, EngineContract, Provenance } from '#shared/contract/index.ts';
import { AppError, toAppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { CallContext, Handlers } from '#shared/rpc/index.ts';
import { checkClients } from '../clients/index.ts';
import {
  keepVersions,
  keptVersions,
  maskedDataset,
  openView,
  readPage,
  readQuarantine,
  readValues,
  revealCell,
  setSensitivity,
} from '../datasets/index.ts';
import { forgetComputed } from '../derived/index.ts';
import { computeFeatures, previewFeatures } from '../features/index.ts';
import { computeFunnel } from '../funnels/index.ts';
import {
  inspect,
  load,
  putBack,
  removeDataset,
  repairForm,
  repairFromSheet,
  repairRow,
  requireAsSeen,
  stampOf,
  statIfThere,
} from '../intake/index.ts';
import { makeMatch, matchLists, readDecided, readPairs, revealValue } from '../matching/index.ts';
import { computePortrait } from '../portraits/index.ts';
import { assessDataset, channelBalance, problemRows, reconcile, setControls } from '../quality/index.ts';
import { applyRecipe, clusterField, previewRecipe } from '../recipes/index.ts';
import { refreshDerived } from '../refresh/index.ts';
import { findingOf, previewReport, readableProvenance } from '../reports/index.ts';
import { computeRoi } from '../roi/index.ts';
import { countSegment } from '../segments/index.ts';
import {
  addVersion,
  compareVersions,
  fromFile,
  listVersions,
  planVersion,
  replacePart,
  replaceVersion,
  restoreVersion,
  sourceOf,
} from '../versions/index.ts';
import type { QueryOptions } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { Host } from './host.ts';

/** What the engine answers to windows: the contract, one line a call. */
export function windowHandlers(host: Host): Handlers<EngineContract> {
  const changed = <T>(value: T): T => {
    host.workspace().emit({ type: 'definitionsChanged' });
    return value;
  };
  const readable = (provenance: Provenance) => readableProvenance(host.workspace(), provenance);
  const named = async <T extends { provenance: Provenance }>(computing: Promise<T>): Promise<T> => {
    const computed = await computing;
    return { ...computed, provenance: readable(computed.provenance) };
  };
  return {
    'workspace.current': () => {
      const open = host.current();
      return open && { id: open.id, name: open.name, sample: open.sample };
    },
    'intake.inspect': async ({ file, more, options }, context) => {
      const place = placeOf(host, file, more);
      // Before the look: what changes while it lasts is another file.
      const stamp = await stampOf(place, context);
      return { ...(await inspect(host.workspace(), place, options, context)), stamp };
    },
    'intake.load': async ({ file, more, name, options, seen }, context) => {
      const place = placeOf(host, file, more);
      await requireAsSeen(place, seen, context);
      return maskedDataset(await load(host.workspace(), place, name, options, context, 'refuse'));
    },
    'datasets.list': () => host.workspace().catalogue.datasets.list().map(maskedDataset),
    'datasets.remove': async ({ dataset }) => {
      await forgetComputed(host.workspace(), dataset);
      await removeDataset(host.workspace(), dataset);
      return {};
    },
    'datasets.openView': (view, context) => openView(host.workspace(), view, queryOptions(context, 'reading')),
    'datasets.page': (page) => readPage(host.workspace(), page),
    'datasets.reveal': (wanted) => revealCell(host.workspace(), wanted),
    'datasets.setSensitivity': async (change) => maskedDataset(await setSensitivity(host.workspace(), change)),
    'datasets.quarantine': (page) => readQuarantine(host.workspace(), page),
    'datasets.repairForm': (wanted) => repairForm(host.workspace(), wanted),
    'datasets.repair': async (wanted, context) => {
      const workspace = host.workspace();
      const made = await repairRow(workspace, wanted, context, () => forgetComputed(workspace, wanted.dataset));
      return made.kind === 'refused' ? made : { ...made, dataset: maskedDataset(made.dataset) };
    },
    'datasets.repairFromSheet': async ({ dataset: id, file }, context) => {
      const workspace = host.workspace();
      const forget = () => forgetComputed(workspace, id);
      const before = workspace.catalogue.datasets.byId(id);
      const { dataset, repaired } = await repairFromSheet(workspace, before, host.granted(file), context, forget);
      return { repaired, dataset: maskedDataset(dataset) };
    },
    'datasets.putBack': async (wanted, context) => {
      const workspace = host.workspace();
      return maskedDataset(await putBack(workspace, wanted, context, () => forgetComputed(workspace, wanted.dataset)));
    },
    'datasets.values': (wanted, context) => readValues(host.workspace(), wanted, queryOptions(context, 'counting')),
    'quality.assess': (wanted, context) => assessDataset(host.workspace(), wanted, queryOptions(context, 'counting')),
    'quality.balance': (_, context) => {
      const [model] = host.workspace().catalogue.definitions.list('clients');
      const body = model?.kind === 'clients' ? model.body : null;
      return channelBalance(host.workspace(), body, 'all', queryOptions(context, 'counting'));
    },
    'quality.rows': (wanted, context) => problemRows(host.workspace(), wanted, queryOptions(context, 'counting')),
    'quality.reconcile': ({ dataset }, context) =>
      reconcile(host.workspace(), dataset, queryOptions(context, 'counting')),
    'quality.setControls': ({ dataset, controls }) => maskedDataset(setControls(host.workspace(), dataset, controls)),
    'versions.check': async ({ dataset, file, more }, context) => {
      const workspace = host.workspace();
      const place = placeOf(host, file, more);
      const stamp = await stampOf(place, context);
      const found = await planVersion(workspace, fromFile(workspace, dataset), place, context);
      const { preview, sameOptions, differences, misfits } = found;
      return {
        file: preview.file,
        bytes: preview.bytes,
        columns: preview.columns.length,
        sameOptions,
        differences,
        misfits,
        stamp,
      };
    },
    'versions.source': async ({ dataset }, context) => {
      const found = await sourceOf(host.workspace(), dataset, context);
      if (found.kind === 'ask') return found;
      return { kind: 'here', files: await Promise.all(found.paths.map((path) => grantAgain(host, path))) };
    },
    'versions.read': async ({ dataset, file, more, options, seen }, context) => {
      const workspace = host.workspace();
      const before = fromFile(workspace, dataset);
      const place = placeOf(host, file, more);
      await requireAsSeen(place, seen, context);
      const how = { before, place, options, unsaid: 'refuse' as const };
      const made = await replaceVersion(workspace, how, context, () => forgetComputed(workspace, dataset));
      return refreshed(workspace, made, context);
    },
    'versions.add': async ({ dataset, file, more, mode, seen }, context) => {
      const workspace = host.workspace();
      const place = placeOf(host, file, more);
      await requireAsSeen(place, seen, context);
      const addition = { dataset, mode, place };
      const added = await addVersion(workspace, addition, context, () => forgetComputed(workspace, dataset));
      return refreshed(workspace, added.dataset, context);
    },
    'versions.replacePart': async ({ dataset, version, at, file, seen }, context) => {
      const workspace = host.workspace();
      const place = placeOf(host, file);
      await requireAsSeen(place, seen, context);
      const wanted = { dataset, version, at, place };
      const made = await replacePart(workspace, wanted, context, () => forgetComputed(workspace, dataset));
      return refreshed(workspace, made, context);
    },
    'versions.list': ({ dataset }) => ({
      versions: listVersions(host.workspace(), dataset),
      keep: keptVersions(host.workspace()),
    }),
    'versions.restore': async (wanted, context) => {
      const workspace = host.workspace();
      const restored = await restoreVersion(workspace, wanted, context, () =>
        forgetComputed(workspace, wanted.dataset),
      );
      return refreshed(workspace, restored, context);
    },
    'versions.compare': (wanted, context) =>
      compareVersions(host.workspace(), wanted, queryOptions(context, 'counting')),
    'versions.keep': async ({ keep }) => {
      await keepVersions(host.workspace(), keep);
      return {};
    },
    'definitions.list': ({ kind }) => host.workspace().catalogue.definitions.list(kind),
    'definitions.create': ({ kind, name, body }) =>
      changed(host.workspace().catalogue.definitions.create(kind, name, body)),
    'definitions.save': ({ kind, id, baseVersion, name, body }) =>
      changed(host.workspace().catalogue.definitions.save(kind, id, baseVersion, name, body)),
    'definitions.remove': ({ id }) => {
      host.workspace().catalogue.definitions.remove(id);
      return changed({});
    },
    'history.state': ({ definition }) => host.workspace().catalogue.history.state(definition),
    'history.undo': ({ definition }) => changed(host.workspace().catalogue.history.undo(definition)),
    'history.redo': ({ definition }) => changed(host.workspace().catalogue.history.redo(definition)),
    'recipes.preview': ({ definition, upTo }, context) =>
      previewRecipe(host.workspace(), definition, upTo, queryOptions(context, 'counting')),
    'recipes.clusters': (wanted, context) => clusterField(host.workspace(), wanted, queryOptions(context, 'counting')),
    'recipes.apply': async ({ id, misfits }, context) => {
      const { kind, name } = host.workspace().catalogue.definitions.byId(id);
      if (kind !== 'recipe') throw new AppError('notFound', 'definitionMissing', { kind: 'recipe', name });
      const { dataset, result } = await applyRecipe(host.workspace(), name, misfits, context);
      return { dataset: maskedDataset(dataset), result };
    },
    'derived.refresh': async ({ dataset }, context) => {
      const { name } = host.workspace().catalogue.datasets.byId(dataset);
      return (await refreshDerived(host.workspace(), name, context)).map(maskedDataset);
    },
    'matching.compute': async (definition, context) => {
      const { summary, provenance } = await matchLists(host.workspace(), definition, queryOptions(context, 'counting'));
      return { result: summary, provenance: readable(provenance) };
    },
    'matching.pairs': (page, context) => readPairs(host.workspace(), page, queryOptions(context, 'counting')),
    'matching.decided': (page, context) => readDecided(host.workspace(), page, queryOptions(context, 'counting')),
    'matching.reveal': (wanted) => revealValue(host.workspace(), wanted),
    'matching.make': async ({ id }, context) => {
      const { kind, name } = host.workspace().catalogue.definitions.byId(id);
      if (kind !== 'match') throw new AppError('notFound', 'definitionMissing', { kind: 'match', name });
      return (await makeMatch(host.workspace(), name, context)).map(maskedDataset);
    },
    'clients.check': (definition, context) =>
      named(checkClients(host.workspace(), definition, queryOptions(context, 'counting'))),
    'features.preview': (definition, context) =>
      named(previewFeatures(host.workspace(), definition, queryOptions(context, 'counting'))),
    'features.compute': async ({ id }, context) => {
      const { name } = host.workspace().catalogue.definitions.byId(id);
      return maskedDataset(await computeFeatures(host.workspace(), name, context));
    },
    'segments.count': (definition, context) =>
      named(countSegment(host.workspace(), definition, queryOptions(context, 'counting'))),
    'reports.finding': ({ language, ...page }, context) =>
      findingOf(host.workspace(), page, language, queryOptions(context, 'counting')),
    'reports.preview': ({ name, body }, context) =>
      previewReport(host.workspace(), name, body, queryOptions(context, 'rendering')),
    'roi.compute': (definition, context) =>
      named(computeRoi(host.workspace(), definition, queryOptions(context, 'counting'))),
    'funnels.compute': (definition, context) =>
      named(computeFunnel(host.workspace(), definition, queryOptions(context, 'counting'))),
    'portraits.compute': async (definition, context) => {
      const computed = await named(computePortrait(host.workspace(), definition, queryOptions(context, 'counting')));
      return { ...computed, steps: computed.steps.map(readable) };
    },
  };
}

/** What comes from a new version is computed anew. It has its place by then: a failure of what follows is only told. */
async function refreshed(workspace: Workspace, dataset: Dataset, context: CallContext<CallProgress>) {
  const made = { dataset: maskedDataset(dataset), refreshed: [], notRefreshed: null };
  try {
    const all = await refreshDerived(workspace, dataset.name, context);
    return { ...made, refreshed: all.map(({ name }) => name) };
  } catch (thrown) {
    return { ...made, notRefreshed: toAppError(thrown).messageId };
  }
}

/** A call's cancel and progress, for a query. */
export function queryOptions(context: CallContext<CallProgress>, stage: CallProgress['stage']): QueryOptions {
  return { signal: context.signal, onProgress: (share) => context.progress({ stage, share }) };
}

const placeOf = (host: Host, file: string, more: readonly string[] = []) =>
  more.length === 0 ? host.granted(file) : [file, ...more].map(host.granted);

/** Lets windows read a file that was read before: the engine knows the path, and has seen that it is the same file. */
async function grantAgain(host: Host, path: string): Promise<ChosenFile> {
  const token = randomUUID();
  host.grant(token, path);
  return { token, name: basename(path), bytes: (await statIfThere(path))?.size ?? 0 };
}
