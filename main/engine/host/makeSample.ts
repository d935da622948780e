import type { CallProgress } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Outcome } from '#shared/playbook/index.ts';
import type { CallContext } from '#shared/rpc/index.ts';
import { readPlaybook } from '../playbooks/index.ts';
import { fillWorkspace } from './fillWorkspace.ts';

/** Makes the sample workspace from its playbook and files: all of it, or nothing. */
export async function makeSample(
  { path, playbook, data }: { path: string; playbook: string; data: string },
  context: CallContext<CallProgress>,
): Promise<void> {
  const accept = (outcomes: readonly Outcome[]) => {
    for (const outcome of outcomes) refuseFailed(outcome);
  };
  await fillWorkspace({ path, playbook: await readPlaybook(playbook), data, sample: true, accept }, context);
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
