import type { Provenance } from '#shared/contract/index.ts';
import { AppError, toAppError } from '#shared/errors/index.ts';
import type { Outcome } from '#shared/playbook/index.ts';
import { maskText } from '#shared/privacy/text.ts';

export type OkOutcome = Extract<Outcome, { status: 'ok' }>;

/** What a definition came to, before its name and time are put to it. */
export interface Computed {
  readonly result: OkOutcome['result'];
  readonly provenance: Provenance | null;
}

/** Runs one definition and records what became of it. Only a cancel ends the whole run. */
export async function attempt(
  kind: Outcome['kind'],
  name: string,
  signal: AbortSignal | undefined,
  compute: () => Promise<Computed>,
): Promise<{ outcome: Outcome; error: AppError | null }> {
  const started = performance.now();
  const head = () => ({ kind, name, milliseconds: Math.round((performance.now() - started) * 10) / 10 });
  try {
    if (signal?.aborted) throw new AppError('cancelled', 'cancelled');
    const { result, provenance } = await compute();
    return { outcome: { ...head(), status: 'ok', result, provenance }, error: null };
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === 'cancelled' || signal?.aborted) throw error;
    return { outcome: { ...head(), status: 'error', error: describeError(error) }, error };
  }
}

/** An error as results.json holds it: in both languages, its technical text without identifiers. */
function describeError(error: AppError): Extract<Outcome, { status: 'error' }>['error'] {
  const { code, detail } = error;
  return {
    code,
    message: { zh: error.sentence('zh'), en: error.sentence('en') },
    ...(detail === undefined ? {} : { detail: maskText(detail) }),
  };
}
