import { toAppError } from '#shared/errors/index.ts';

const changed: ReadonlySet<string> = new Set(['fileChanged', 'fileChangedSince']);

/** Whether a call failed because a file was written to: what was shown of it is to be shown anew. */
export const isOfChangedFile = (error: unknown): boolean => changed.has(toAppError(error).messageId);
