import { stat } from 'node:fs/promises';
import { AppError } from '#shared/errors/index.ts';
import type { IntakeContext } from '../context.ts';
import { fileError } from '../source/errors.ts';
import { linesAt } from './lines.ts';
import { lookBeside } from './lookBeside.ts';
import { type Digested, lookThrough } from './lookThrough.ts';

/** What is said of a text that was written anew since: what it was, but not where its lines are. */
export const writtenAnew = (digested: Digested): Digested => ({ ...digested, marks: [] });

/** Larger texts are looked through by a thread of their own, beside whatever is done with them: smaller ones take less than its start. */
const largeBytes = 1 << 23;

/** Looks at every byte of a staged text; `file` is its name for sentences. A NUL byte fails with its line. */
export async function digest(path: string, file: string, { signal }: IntakeContext): Promise<Digested> {
  try {
    const { size } = await stat(path);
    const found = size < largeBytes ? lookThrough(path) : await lookBeside(path, signal);
    if (!('nulAt' in found)) return found;
    const [line = 0] = await linesAt(path, [found.nulAt]);
    throw new AppError('validation', 'fileHasNul', { file, line });
  } catch (thrown) {
    throw fileError(thrown, file);
  }
}
