import { AppError } from '#shared/errors/index.ts';
import type { ReadOptions } from '#shared/intake/index.ts';
import type { PreviewParts } from '../preview.ts';
import type { Source } from '../source/source.ts';
export async function previewXlsx(source: Source, options: ReadOptions): Promise<PreviewParts> {
  throw new AppError('internal', 'internal', {}, { detail: source.file + options });
}
