import { AppError, toAppError, withoutPath } from '#shared/errors/index.ts';

/** Codes of the file system and of SQLite for a folder that this user may not write, or not even read. */
const notAllowed = /^(EACCES|EPERM|EROFS|SQLITE_(CANTOPEN|READONLY|IOERR|PERM))/;
const noSpace = /^(ENOSPC|EDQUOT|SQLITE_FULL)/;

/** A failure to make or open a workspace as a sentence about its folder. AppErrors pass through. */
export function workspaceError(thrown: unknown, name: string): AppError {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const options = { detail: withoutPath(thrown), cause: thrown };
  if (thrown instanceof AppError) return thrown;
  if (notAllowed.test(code)) return new AppError('permission', 'workspaceNotWritable', { name }, options);
  if (noSpace.test(code)) return new AppError('diskFull', 'diskFullNow', {}, options);
  return toAppError(thrown);
}
