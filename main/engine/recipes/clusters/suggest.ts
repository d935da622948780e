import type { CountedValue } from '#shared/recipes/index.ts';

/** Spaces at an end, doubled or beside a Chinese character; full-width letters, digits and spaces; characters that nobody sees. */
const oddities = [
  /^\s|\s$|\s{2}/u,
  /\p{Script=Han}\s|\s\p{Script=Han}/u,
  /[０-９Ａ-Ｚａ-ｚ\u3000]/u,
  /[\p{Cc}\p{Cf}]/u,
] as const;

const isTidy = (value: string): boolean => !oddities.some((odd) => odd.test(value));

/** A value without what only makes it odd. */
const lettersOf = (value: string): string => value.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}]+/gu, '');

/**
 * The spelling that the others of a cluster may become: the most frequent one or, where that is typed untidily, the most frequent tidy
 * one of the same letters. Without one, any other tidy one of the same key; of values that are only near one another none is.
 */
export function suggestedOf(mostFirst: readonly CountedValue[], isOneKey: boolean): string {
  const most = mostFirst[0]?.value ?? '';
  if (isTidy(most)) return most;
  const tidy = mostFirst.map(({ value }) => value).filter(isTidy);
  const same = tidy.find((value) => lettersOf(value) === lettersOf(most));
  return same ?? (isOneKey ? tidy[0] : undefined) ?? most;
}
