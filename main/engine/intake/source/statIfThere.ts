import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileError } from './errors.ts';

/** What stands at a path, or null for nothing. That it may not be looked at is another matter, and fails. */
export async function statIfThere(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (thrown) {
    const error = fileError(thrown, basename(path));
    if (error.messageId === 'fileMissing') return null;
    throw error;
  }
}
