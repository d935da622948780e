interface Option {
  value?: string | number | null;
}

/**
 * Whether an option holds what is typed. The engine filters so too, but until it answers, the list is still the one for
 * what was typed before.
 */
export function holds(typed: string, option?: Option): boolean {
  return String(option?.value ?? '')
    .toLowerCase()
    .includes(typed.trim().toLowerCase());
}

/**
 * Orders options so that what is typed, where the field has no such value, comes after the values that hold it: Enter
 * takes the first, and half a name would otherwise become a value that nobody has.
 */
export function typedLast(known: readonly { value: string }[]) {
  const values = new Set(known.map(({ value }) => value));
  return (a: Option, b: Option, { searchValue }: { searchValue: string }): number => {
    if (searchValue === '') return 0;
    const rank = ({ value }: Option) => {
      const text = String(value ?? '');
      if (text !== searchValue) return 1;
      return values.has(text) ? 0 : 2;
    };
    return rank(a) - rank(b);
  };
}
