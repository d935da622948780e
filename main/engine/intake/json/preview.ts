import { AppError } from '#shared/errors/index.ts';
import type { ReadOptions } from '#shared/intake/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { previewObjects } from '../jsonl/preview.ts';
import type { PreviewParts } from '../preview.ts';
import type { Recognised } from '../recognise.ts';
import type { Source } from '../source/source.ts';
import { mostWhole } from './columns.ts';
import { splitJson } from './split.ts';

/** How the list in a JSON file would be read, by its beginning. */
export async function previewJson(
  warehouse: Warehouse,
  recognised: Recognised,
  options: ReadOptions,
  source: Source,
): Promise<PreviewParts> {
  const { file } = source;
  const head = recognised.text[0] ?? '';
  const look = (text: string, cut: boolean) =>
    previewObjects(warehouse, { ...recognised, text: [text] }, options, file, (path, out) =>
      splitJson(path, out, {}, { file, cut, head }),
    );
  if (recognised.sample.whole) return look(head, false);
  try {
    return await look(head, true);
  } catch (thrown) {
    // Columns one after the other: the beginning holds no row.
    const noList = thrown instanceof AppError && thrown.messageId === 'jsonNoList';
    if (!noList || recognised.gzip || source.bytes > mostWhole) throw thrown;
    const all = await source.read(0, source.bytes);
    return look(new TextDecoder(recognised.encoding ?? 'utf-8').decode(all), false);
  }
}
