import { type Dataset, type Preview, type ReadOptions, readOptionsSchema } from '#shared/intake/index.ts';
import { canonicalJson } from '../reports/index.ts';

/** Whether a file that would be read as `preview` says is read as `dataset` was: options given and options detected. */
export function isReadAlike(dataset: Dataset, preview: Preview, given: ReadOptions): boolean {
  if (!areOptionsAlike(dataset, preview, given)) return false;
  const renamed = new Map(given.columns?.map(({ column, name }) => [column, name]));
  const skips = new Map(given.columns?.map(({ column, skip }) => [column, skip]));
  const loaded = preview.columns.filter(({ column, sensitivity }) => !(skips.get(column) ?? sensitivity === 'secret'));
  const wanted = loaded.map(({ column, type }) => [renamed.get(column) ?? column, type]);
  return canonicalJson(wanted) === canonicalJson(dataset.fields.map(({ name, type }) => [name, type]));
}

/** The same without its columns, of which files that were appended may have brought more. */
export function areOptionsAlike(dataset: Dataset, preview: Preview, given: ReadOptions): boolean {
  return optionKeys.every((key) => isOptionAlike(key, dataset.options, preview, given));
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
