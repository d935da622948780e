import type { Accounting } from '#shared/intake/index.ts';

/** What of a file is no row of its table. */
type Aside = Partial<Omit<Accounting, 'records' | 'loaded' | 'quarantined'>>;

/** Where the records of a file went, of which it has no others than these. */
export function accounted(loaded: number, quarantined: number, aside: Aside = {}): Accounting {
  const parts = { header: 0, preamble: 0, comments: 0, blank: 0, totals: 0, ...aside, loaded, quarantined };
  return { records: Object.values(parts).reduce((sum, count) => sum + count, 0), ...parts };
}

/** Of several files. */
export function together(all: readonly Accounting[]): Accounting {
  const sum = (key: keyof Accounting) => all.reduce((total, each) => total + each[key], 0);
  return accounted(sum('loaded'), sum('quarantined'), {
    ...{ header: sum('header'), preamble: sum('preamble'), comments: sum('comments'), blank: sum('blank') },
    totals: sum('totals'),
  });
}
