import type { ReadOptions } from '#shared/intake/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { previewObjects } from '../jsonl/preview.ts';
import type { PreviewParts } from '../preview.ts';
import type { Recognised } from '../recognise.ts';
import { splitJson } from './split.ts';

/** How the list in a JSON file would be read, by its beginning. */
export function previewJson(
  warehouse: Warehouse,
  recognised: Recognised,
  options: ReadOptions,
  file: string,
): Promise<PreviewParts> {
  const cut = !recognised.sample.whole;
  return previewObjects(warehouse, recognised, options, file, (path, out) =>
    splitJson(path, out, {}, { file, cut, head: recognised.text[0] ?? '' }),
  );
}
