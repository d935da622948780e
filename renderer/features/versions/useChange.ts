import { useRef, useState } from 'react';
import type { CallProgress, EngineContract, Result } from '#shared/contract/index.ts';
import { type AppError, toAppError } from '#shared/errors/index.ts';
import { announceVersion } from '../../app/data/announceVersion.ts';

type Changed = Result<EngineContract, 'versions.add'>;
interface Context {
  signal: AbortSignal;
  onProgress(progress: CallProgress): void;
}

/** A change of version under way: how far it is, what went wrong, and a way out. It says what came of it. */
export function useChange() {
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const abort = useRef<AbortController | null>(null);

  /** What went wrong, or null. */
  async function run(call: (context: Context) => Promise<Changed>): Promise<AppError | null> {
    abort.current = new AbortController();
    setBusy(true);
    setError(null);
    setProgress(null);
    try {
      await announceVersion(await call({ signal: abort.current.signal, onProgress: setProgress }));
      return null;
    } catch (thrown) {
      const failure = toAppError(thrown);
      setError(failure);
      return failure;
    } finally {
      setBusy(false);
    }
  }
  return { busy, progress, error, run, cancel: () => abort.current?.abort() };
}
