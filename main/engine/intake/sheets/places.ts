/** Remembers which line of the CSV a row of the sheet begins in, wherever the distance between the two changes. */
export function createPlaces() {
  const steps: { line: number; row: number }[] = [];
  let line = 1;
  let distance = Number.NaN;
  return {
    add(row: number, values: readonly (string | null)[]) {
      if (row - line !== distance) {
        distance = row - line;
        steps.push({ line, row });
      }
      line += 1 + values.reduce((ends, value) => ends + (value?.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    },
    rowOf(wanted: number): number {
      let low = 0;
      for (let high = steps.length - 1; low < high; ) {
        const middle = (low + high + 1) >> 1;
        if ((steps[middle]?.line ?? 0) <= wanted) low = middle;
        else high = middle - 1;
      }
      const step = steps[low];
      return step ? step.row + wanted - step.line : wanted;
    },
  };
}
