import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CallProgress } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Outcome, PlaybookFailure } from '#shared/playbook/index.ts';
import type { CallContext } from '#shared/rpc/index.ts';
import { readPlaybook } from '../playbooks/index.ts';
import { fillWorkspace } from './fillWorkspace.ts';

/**
 * Makes a workspace of somebody's playbook and one's own files. What fails of it is told and the rest stays; where none of its
 * files could be read nothing does (`playbookNoData`).
 */
export async function makeFromPlaybook(
  { path, playbook: file, data }: { path: string; playbook: string; data: string },
  context: CallContext<CallProgress>,
): Promise<PlaybookFailure[]> {
  const name = basename(path);
  // An empty folder that the dialog has made can give way to the new one; anything else cannot.
  const inPlace = await readdir(path).catch((thrown: NodeJS.ErrnoException) =>
    thrown.code === 'ENOENT' ? [] : [name],
  );
  if (inPlace.length > 0) throw new AppError('conflict', 'workspaceNotEmpty', { name });
  const playbook = await readPlaybook(file);
  const accept = (outcomes: readonly Outcome[]) => {
    const read = outcomes.filter(({ kind }) => kind === 'data');
    if (read.length === 0 || read.some(({ status }) => status === 'ok')) return;
    const files = playbook.data.map((each) => each.file).join(' ');
    const detail = read
      .flatMap((each) => (each.status === 'error' ? `${each.name}: ${each.error.message.en}` : []))
      .join('\n');
    throw new AppError('notFound', 'playbookNoData', { folder: basename(data), files }, { detail });
  };
  const outcomes = await fillWorkspace({ path, playbook, data, sample: false, accept }, context);
  return outcomes.flatMap((each) =>
    each.status === 'error' ? [{ kind: each.kind, name: each.name, message: each.error.message }] : [],
  );
}
