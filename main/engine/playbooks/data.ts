import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Dataset, type Preview, type ReadOptions, readOptionsSchema } from '#shared/intake/index.ts';
import type { Playbook } from '#shared/playbook/index.ts';
import { forgetComputed } from '../derived/index.ts';
import { type IntakeContext, inspect, load } from '../intake/index.ts';
import { canonicalJson } from '../reports/index.ts';
import { replaceVersion } from '../versions/index.ts';
import type { Workspace } from '../workspace/index.ts';

/**
 * Sees to it that a dataset of this name holds this file, read this way. One that does already is kept as it is; of another
 * one this becomes the next version, and nothing happens to it when the file cannot be loaded.
 */
export async function provideDataset(
  workspace: Workspace,
  { name, options = {} }: Playbook['data'][number],
  path: string,
  context: IntakeContext,
): Promise<Dataset> {
  const present = workspace.catalogue.datasets.find(name);
  if (!present) return load(workspace, path, name, options, context);
  if (await holds(workspace, present, path, options, context)) return present;
  const next = { before: present, place: path, options, unsaid: 'skip' as const };
  return replaceVersion(workspace, next, context, () => forgetComputed(workspace, present.id));
}

async function holds(
  workspace: Workspace,
  dataset: Dataset,
  path: string,
  options: ReadOptions,
  context: IntakeContext,
): Promise<boolean> {
  // Files that became one table are compared by loading them: each may have changed.
  if (dataset.parts !== undefined || options.together) return false;
  // What was made from a file has that file's hash, and other rows.
  if (dataset.derived !== undefined) return false;
  const preview = await inspect(workspace, path, options, context);
  if (preview.bytes !== dataset.bytes || !isReadAlike(dataset, preview, options)) return false;
  return (await sha256Of(path, context)) === dataset.sha256;
}

/** Whether a file that would be read as `preview` says is read as `dataset` was: options given and options detected. */
export function isReadAlike(dataset: Dataset, preview: Preview, given: ReadOptions): boolean {
  if (optionKeys.some((key) => !isOptionAlike(key, dataset.options, preview, given))) return false;
  const renamed = new Map(given.columns?.map(({ column, name }) => [column, name]));
  const skips = new Map(given.columns?.map(({ column, skip }) => [column, skip]));
  const loaded = preview.columns.filter(({ column, sensitivity }) => !(skips.get(column) ?? sensitivity === 'secret'));
  const wanted = loaded.map(({ column, type }) => [renamed.get(column) ?? column, type]);
  return canonicalJson(wanted) === canonicalJson(dataset.fields.map(({ name, type }) => [name, type]));
}

/** All that can be fixed of how a file is read; its columns are compared by what becomes of them. */
const optionKeys = readOptionsSchema.omit({ columns: true }).keyof().options;
type OptionKey = (typeof optionKeys)[number];

/** Readers for which these mean anything write down what they used; to others they make no difference. */
const alwaysKept: readonly OptionKey[] = ['format', 'encoding', 'delimiter', 'quote', 'header', 'skip', 'sheet'];

/** In doubt they differ: to load a file again costs time, to keep a table that is read otherwise costs the truth. */
function isOptionAlike(key: OptionKey, used: ReadOptions, preview: Preview, given: ReadOptions): boolean {
  const detected = detectedOption(key, preview);
  const wanted = given[key] ?? detected;
  if (used[key] === undefined && alwaysKept.includes(key)) return true;
  if (canonicalJson(wanted ?? null) === canonicalJson(used[key] ?? null)) return true;
  return used[key] === undefined && isNothing(key, wanted) && (detected !== null || key === 'headerRows');
}

/** Null where a look at the file does not say. */
function detectedOption(key: OptionKey, preview: Preview): ReadOptions[OptionKey] | null {
  return key === 'range' ? null : preview[key];
}

/** What loaders leave out of the options they write down. */
function isNothing(key: OptionKey, value: ReadOptions[OptionKey] | null): boolean {
  if (key === 'headerRows') return value === 0 || value === 1;
  return value === '' || value === false || (Array.isArray(value) && value.length === 0);
}

async function sha256Of(path: string, context: IntakeContext): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash, context.signal ? { signal: context.signal } : {});
  return hash.digest('hex');
}
