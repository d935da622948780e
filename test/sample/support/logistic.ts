export interface Coefficient {
  name: string;
  estimate: number;
  error: number;
}

/** Maximum likelihood of a logistic regression by Newton's method, with an intercept in front. */
export function logistic(
  names: readonly string[],
  rows: readonly (readonly number[])[],
  outcomes: readonly boolean[],
): Coefficient[] {
  const x = rows.map((row) => [1, ...row]);
  const size = names.length + 1;
  let weights: number[] = new Array(size).fill(0);
  let inverse: number[][] = [];
  for (let round = 0; round < 30; round += 1) {
    const gradient: number[] = new Array(size).fill(0);
    const hessian = Array.from({ length: size }, () => new Array<number>(size).fill(0));
    x.forEach((row, i) => {
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0)));
      row.forEach((value, k) => {
        gradient[k] = (gradient[k] ?? 0) + value * ((outcomes[i] ? 1 : 0) - p);
        const line = hessian[k] ?? [];
        row.forEach((other, m) => {
          line[m] = (line[m] ?? 0) + value * other * p * (1 - p);
        });
      });
    });
    inverse = invert(hessian);
    weights = weights.map(
      (weight, k) => weight + (inverse[k] ?? []).reduce((sum, cell, m) => sum + cell * (gradient[m] ?? 0), 0),
    );
  }
  return ['intercept', ...names].map((name, k) => ({
    name,
    estimate: weights[k] ?? Number.NaN,
    error: Math.sqrt(inverse[k]?.[k] ?? Number.NaN),
  }));
}

/** Gauss-Jordan with row exchange. */
function invert(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const work = matrix.map((row, i) => [...row, ...Array.from({ length: size }, (_, k) => (k === i ? 1 : 0))]);
  for (let column = 0; column < size; column += 1) {
    const rest = work.slice(column);
    const best = rest.reduce(
      (top, row, i) => (Math.abs(row[column] ?? 0) > Math.abs(rest[top]?.[column] ?? 0) ? i : top),
      0,
    );
    const pivot = rest[best] ?? [];
    work[column + best] = work[column] ?? [];
    work[column] = pivot.map((cell) => cell / (pivot[column] ?? 1));
    work.forEach((row, i) => {
      if (i === column) return;
      const factor = row[column] ?? 0;
      work[i] = row.map((cell, k) => cell - factor * (work[column]?.[k] ?? 0));
    });
  }
  return work.map((row) => row.slice(size));
}
