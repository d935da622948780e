import type { CallProgress } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';

/** What a long call of intake is given beside its parameters. */
export interface IntakeContext {
  readonly signal?: AbortSignal | undefined;
  /** A table without rows is one, too: for looking at a file, not for keeping it. */
  readonly allowEmpty?: boolean | undefined;
  readonly progress?: ((progress: CallProgress) => void) | undefined;
}

/** Throws `cancelled` once the call was given up. To be called between chunks of work. */
export function stopIfCancelled(context: IntakeContext): void {
  if (context.signal?.aborted) throw new AppError('cancelled', 'cancelled');
}
