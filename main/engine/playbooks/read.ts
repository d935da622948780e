import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/errors/index.ts';
import type { Playbook } from '#shared/playbook/index.ts';
import { parsePlaybook } from './parse.ts';

/** Reads a playbook file, or says in one AppError what is wrong with it. */
export async function readPlaybook(path: string): Promise<Playbook> {
  const file = basename(path);
  const bytes = await readFile(path).catch((thrown: NodeJS.ErrnoException) => {
    switch (thrown.code) {
      case 'EISDIR':
        throw new AppError('validation', 'playbookIsFolder', { file });
      case 'EACCES':
        throw new AppError('permission', 'playbookNotReadable', { file });
      default:
        throw new AppError('notFound', 'playbookMissing', { file: path });
    }
  });
  return parsePlaybook(decode(bytes, file), file);
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('validation', 'playbookNotUtf8', { file });
  }
}
