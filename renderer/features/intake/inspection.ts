import { queryOptions } from '@tanstack/react-query';
import type { CallProgress } from '#shared/contract/index.ts';
import type { ReadOptions } from '#shared/intake/index.ts';
import { engine } from '../../app/ports/clients.ts';
import { queryClient } from '../../app/query/client.ts';

/** A file, or several, and how they are read. */
export interface Inspected {
  readonly token: string;
  readonly more: readonly { readonly token: string }[];
  readonly options: ReadOptions;
}

/** The tokens of those that become one table with the first. */
export const moreTokens = ({ more }: Pick<Inspected, 'more'>) =>
  more.length === 0 ? undefined : more.slice(1).map(({ token }) => token);

/** The look at a file with these options: whoever wants it, it is made once. */
export const inspectionOf = (
  { token: file, more: others, options }: Inspected,
  onProgress?: (progress: CallProgress) => void,
) => {
  const more = moreTokens({ more: others });
  return queryOptions({
    queryKey: ['engine', 'inspect', file, more, options],
    queryFn: ({ signal }) => engine.call('intake.inspect', { file, more, options }, { signal, onProgress }),
    gcTime: 60_000,
  });
};

/** What a file was when the user saw how it would be read. */
export const seenStamp = (file: Inspected) => queryClient.getQueryData(inspectionOf(file).queryKey)?.stamp;

/** Looks at a file anew: it is another by now. */
export const lookAgain = (file: Inspected) =>
  queryClient.invalidateQueries({ queryKey: inspectionOf(file).queryKey.slice(0, 3) });
