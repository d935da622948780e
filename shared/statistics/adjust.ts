/**
 * p-values adjusted for having asked so many questions (Benjamini, Hochberg 1995): q(i) = min over j ≥ i of p(j)·m/j, in
 * order of p, at most 1. In the order of the values; null stays null and is no question asked.
 */
export function adjustByBenjaminiHochberg(values: readonly (number | null)[]): (number | null)[] {
  const asked = values.flatMap((p, at) => (p === null ? [] : [{ p, at }])).sort((a, b) => b.p - a.p);
  const adjusted: (number | null)[] = values.map(() => null);
  let least = 1;
  asked.forEach(({ p, at }, fromLargest) => {
    least = Math.min(least, p * (asked.length / (asked.length - fromLargest)));
    adjusted[at] = least;
  });
  return adjusted;
}
