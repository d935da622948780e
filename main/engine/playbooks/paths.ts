import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { AppError } from '#shared/errors/index.ts';

/** The real path of the data folder, or `dataFolderMissing`. */
export async function dataFolder(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined || !(await stat(real)).isDirectory()) {
    throw new AppError('notFound', 'dataFolderMissing', { path });
  }
  return real;
}

/** The real path of a file that a playbook names. It must lie within `root`, a real path, also behind its links. */
export async function dataFile(root: string, file: string): Promise<string> {
  const named = resolve(root, file);
  if (!isWithin(root, named)) throw new AppError('permission', 'playbookPathEscapes', { path: file });
  const real = await realpath(named).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'EACCES') throw new AppError('permission', 'fileNotReadable', { file });
    throw new AppError('notFound', 'fileMissing', { file });
  });
  if (!isWithin(root, real)) throw new AppError('permission', 'playbookPathEscapes', { path: file });
  return real;
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
