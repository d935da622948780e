import { useEffect, useRef, useState } from 'react';
import { type CallProgress, progressSchema } from '#shared/contract/index.ts';
import { type AppError, toAppError } from '#shared/errors/index.ts';

export interface WorkContext {
  signal: AbortSignal;
  onProgress(value: unknown): void;
}

interface LongWork {
  running: boolean;
  progress: CallProgress | null;
  start(): void;
  cancel(): void;
}

/** Work that the user starts, sees advance and may give up; giving it up is no failure. What is left behind on another screen goes on. */
export function useLongWork(
  work: (context: WorkContext) => Promise<void>,
  onError: (error: AppError) => void,
): LongWork {
  const [running, setRunning] = useState(false);
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const stop = useRef<AbortController | null>(null);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  const run = async () => {
    const controller = new AbortController();
    const { signal } = controller;
    stop.current = controller;
    setRunning(true);
    setProgress(null);
    const onProgress = (value: unknown) => {
      if (shown.current) setProgress(progressSchema.parse(value));
    };
    try {
      await work({ signal, onProgress });
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code !== 'cancelled') onError(error);
    } finally {
      if (shown.current) setRunning(false);
    }
  };
  return { running, progress, start: () => void run(), cancel: () => stop.current?.abort() };
}
