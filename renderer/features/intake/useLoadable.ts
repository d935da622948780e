import { useQueries } from '@tanstack/react-query';
import { inspectionOf } from './inspection.ts';
import type { QueuedFile } from './queue.ts';
import { secretsDecided } from './SecretColumns.tsx';

/**
 * Of several files that wait, those that can be loaded as they are: looked at without an error, and nothing to be decided
 * about them. Each is looked at once; a file by itself has a button of its own, which knows.
 */
export function useLoadable(files: readonly QueuedFile[]): readonly QueuedFile[] {
  const wanted = files.length > 1;
  return useQueries({
    queries: files.map((file) => ({ ...inspectionOf(file), enabled: wanted })),
    combine: (looks) =>
      files.filter((file, at) => {
        const look = looks[at];
        return look?.data !== undefined && !look.isError && secretsDecided(look.data, file.options);
      }),
  });
}

/** The tokens of those that cannot be read as they are, of the ones looked at so far. */
export function useUnreadable(files: readonly QueuedFile[]): ReadonlySet<string> {
  return useQueries({
    queries: files.map((file) => ({ ...inspectionOf(file), enabled: false })),
    combine: (looks) => new Set(files.flatMap(({ token }, at) => (looks[at]?.isError ? [token] : []))),
  });
}
