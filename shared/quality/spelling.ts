/** What two spellings of one value have in common: width, case, spaces, quotes and brackets do not count. */
export function spellingKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·'"“”‘’()[\]【】《》,。;、_]/gu, '')
    .replace(/(?<!\d)\.(?!\d)/g, '')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, '');
}

export interface Counted {
  readonly value: string;
  readonly rows: number;
}

/** Spellings of one value, the most frequent first. */
export interface SpellingGroup {
  readonly spellings: readonly Counted[];
  /** Rows that are not spelt as most of the group are. */
  readonly others: number;
}

/** Values that differ in their spelling alone, groups with most deviating rows first. Ties by value. */
export function spellingGroups(values: readonly Counted[]): SpellingGroup[] {
  const groups = new Map<string, Counted[]>();
  for (const each of values) {
    const key = spellingKey(each.value);
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const order = (a: Counted, b: Counted) => b.rows - a.rows || (a.value < b.value ? -1 : 1);
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const spellings = group.toSorted(order);
      return { spellings, others: spellings.slice(1).reduce((sum, { rows }) => sum + rows, 0) };
    })
    .toSorted((a, b) => b.others - a.others);
}
