import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { extname } from 'node:path';
import { shell } from 'electron';
import { AppError } from '#shared/errors/index.ts';

/** Files that were written in this run of the app: nothing else can be opened or shown from the window. */
export interface Exported {
  /** Returns the token by which the window names the file. */
  add(path: string): string;
  open(token: string, how: 'program' | 'folder'): Promise<void>;
}

/** What a program is started for. Under any other ending that the user chose, the system might run the file itself. */
const openable = ['.pdf', '.csv'];

export function createExported(): Exported {
  const paths = new Map<string, string>();
  return {
    add(path) {
      const token = randomUUID();
      paths.set(token, path);
      return token;
    },
    async open(token, how) {
      const path = paths.get(token);
      if (path === undefined) throw new AppError('notFound', 'exportMissing', { file: token });
      await access(path).catch((cause: unknown) => {
        throw new AppError('notFound', 'exportMissing', { file: path }, { cause });
      });
      if (how === 'folder') return shell.showItemInFolder(path);
      if (!openable.includes(extname(path).toLowerCase())) throw new AppError('io', 'notOpened', { file: path });
      const refused = await shell.openPath(path);
      if (refused !== '') throw new AppError('io', 'notOpened', { file: path }, { detail: refused });
    },
  };
}
