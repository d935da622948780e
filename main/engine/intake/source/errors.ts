import { AppError, withoutPath } from '#shared/errors/index.ts';

/** A failure of the file system as a sentence about the user's file. AppErrors pass through. */
export function fileError(thrown: unknown, file: string): AppError {
  if (thrown instanceof AppError) return thrown;
  const detail = withoutPath(thrown);
  const options = { detail, cause: thrown };
  switch (codeOf(thrown)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError('notFound', 'fileMissing', { file }, options);
    case 'EISDIR':
      return new AppError('validation', 'fileIsFolder', { file }, options);
    case 'EACCES':
    case 'EPERM':
      return new AppError('permission', 'fileNotReadable', { file }, options);
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('diskFull', 'diskFullNow', {}, options);
    case 'ABORT_ERR':
      return new AppError('cancelled', 'cancelled');
    case 'Z_BUF_ERROR':
    case 'Z_DATA_ERROR':
      return truncated(file, 'gzip', detail);
    default:
      // Those of Node itself (ERR_…) are none of the file system.
      return /^E(?!RR_)/.test(codeOf(thrown) ?? '')
        ? new AppError('io', 'io', { file }, options)
        : new AppError('internal', 'internal', {}, options);
  }
}

/** The file breaks off, or its bytes are not what its format promises. */
export function truncated(file: string, format: string, detail: string): AppError {
  return new AppError('corrupt', 'fileTruncated', { file, format }, { detail });
}

function codeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}
