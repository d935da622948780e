import { AppError } from '#shared/errors/index.ts';
import type { Loading } from '../loading.ts';
export async function loadXlsx<T>(loading: Loading<T>): Promise<T> {
  throw new AppError('internal', 'internal', {}, { detail: loading.file });
}
