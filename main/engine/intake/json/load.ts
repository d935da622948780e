import { loadObjects } from '../jsonl/load.ts';
import type { LoadedParts, Loading } from '../loading.ts';
import { splitJson } from './split.ts';

/** Loads the list of objects in a JSON file, which may be all of it or stand somewhere in an object. */
export function loadJson(loading: Loading): Promise<LoadedParts> {
  const { path, file, context, recognised } = loading;
  const head = recognised.text[0] ?? '';
  return loadObjects(loading, (good, bad) => splitJson(path, { good, bad }, context, { file, cut: false, head }));
}
