import { readFile, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CallProgress } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Outcome } from '#shared/playbook/index.ts';
import type { CallContext } from '#shared/rpc/index.ts';
import { parsePlaybook, runPlaybook } from '../playbooks/index.ts';
import { closeWorkspace, openWorkspace } from '../workspace/index.ts';

/**
 * Makes the sample workspace from its playbook and files. It is filled under another name and then renamed, so that one
 * left half-filled by a crash is never taken for the sample.
 */
export async function makeSample(
  { path, playbook, data }: { path: string; playbook: string; data: string },
  context: CallContext<CallProgress>,
): Promise<void> {
  const filling = `${path}.filling`;
  await rm(filling, { recursive: true, force: true });
  try {
    const definitions = parsePlaybook(await readFile(playbook, 'utf8'), basename(playbook));
    const workspace = await openWorkspace({ path: filling, name: basename(path), create: true, sample: true });
    try {
      const { definitions: outcomes } = await runPlaybook(
        workspace,
        definitions,
        { dataDir: data, reports: false },
        context,
      );
      for (const outcome of outcomes) refuseFailed(outcome);
      // Whoever opens the sample did none of this: undo would take it apart.
      workspace.catalogue.history.forget();
    } finally {
      await closeWorkspace(workspace);
    }
    context.signal.throwIfAborted();
    await rename(filling, path);
  } catch (thrown) {
    await rm(filling, { recursive: true, force: true });
    throw thrown;
  }
}

/** A run goes on past what fails; a sample that lacks a part would stay so, because it is made only once. */
function refuseFailed(outcome: Outcome): void {
  if (outcome.status === 'ok') return;
  const { code, message, detail } = outcome.error;
  throw new AppError(
    code,
    'internal',
    {},
    { detail: [`${outcome.name}: ${message.en}`, detail].filter(Boolean).join('\n') },
  );
}
