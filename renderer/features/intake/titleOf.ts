import type { TFunction } from 'i18next';
import type { QueuedFile } from './queue.ts';

/** What an entry of the queue is called: its file or, where it is several, the first of them and how many there are. */
export function titleOf(t: TFunction, { name, more }: QueuedFile): string {
  return more.length === 0 ? name : t('intake.severalFiles', { first: name, others: more.length - 1 });
}
