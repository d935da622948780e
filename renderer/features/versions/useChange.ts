import { useRef, useState } from 'react';
import type { CallProgress, EngineContract, Result } from '#shared/contract/index.ts';
import { toAppError } from '#shared/errors/index.ts';
import { announce } from '../../app/announce.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { queryClient } from '../../app/query/client.ts';
import { keys } from '../../app/query/keys.ts';

type Changed = Result<EngineContract, 'versions.add'>;
interface Context {
  signal: AbortSignal;
  onProgress(progress: CallProgress): void;
}

/** A change of version under way: how far it is, what went wrong, and a way out. It says what came of it. */
export function useChange() {
  const { t } = useWords();
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const abort = useRef<AbortController | null>(null);

  async function run(call: (context: Context) => Promise<Changed>): Promise<boolean> {
    abort.current = new AbortController();
    setBusy(true);
    setError(null);
    setProgress(null);
    try {
      const { dataset, refreshed, notRefreshed } = await call({
        signal: abort.current.signal,
        onProgress: setProgress,
      });
      await queryClient.invalidateQueries({ queryKey: keys.datasets });
      const { name, version, rows } = dataset;
      const said: string[] = [t('versions.done', { name, version: String(version), rows: formatCount(rows) })];
      if (refreshed.length > 0) said.push(t('versions.refreshed', { names: refreshed.join('、') }));
      if (notRefreshed !== null) said.push(t('versions.notRefreshed'));
      announce({ text: said.join(' · '), seconds: 6, ...(notRefreshed === null ? {} : { tone: 'warning' as const }) });
      return true;
    } catch (thrown) {
      setError(toAppError(thrown));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, progress, error, run, cancel: () => abort.current?.abort() };
}
