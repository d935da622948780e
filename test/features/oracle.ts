import type { Feature, RowTest } from '#shared/features/index.ts';

/** A row of the fact table as the oracle sees it. `at` is an ISO moment. */
export interface FactRow {
  readonly client: string | null;
  readonly at: string | null;
  readonly amount: number | null;
  readonly rate: number | null;
  readonly channel: string | null;
}

export type Answer = string | number | null;

/** What a feature is for one client, worked out row by row from what docs/semantics.md says. */
export function answer(feature: Feature, rows: readonly FactRow[], client: string, asOf: string | null): Answer {
  const mine = rows.filter((row) => (row.client ?? '').trim() === client && counts(feature, row, asOf));
  const value = (row: FactRow): string | number | null => {
    const found = feature.field === null ? 1 : row[feature.field as keyof FactRow];
    return typeof found === 'number' && !Number.isFinite(found) ? null : found;
  };
  const known = mine.filter((row) => value(row) !== null);
  const numbers = known.map((row) => Number(value(row)));
  switch (feature.aggregate) {
    case 'count':
      return mine.length;
    case 'distinct':
      return new Set(known.map(value)).size;
    case 'sum':
      return mine.length === 0 ? 0 : numbers.length === 0 ? null : total(numbers);
    case 'mean':
      return numbers.length === 0 ? null : total(numbers) / numbers.length;
    case 'min':
      return numbers.length === 0 ? null : Math.min(...numbers);
    case 'max':
      return numbers.length === 0 ? null : Math.max(...numbers);
    case 'first': {
      const [first] = known.toSorted(byTime);
      return first ? value(first) : null;
    }
    case 'last': {
      const last = known.toSorted(byTime).at(-1);
      return last ? value(last) : null;
    }
    case 'share': {
      const whole = total(numbers);
      const part = total(known.filter((row) => meets(feature.part, row)).map((row) => Number(value(row))));
      return whole === 0 ? null : part / whole;
    }
    case 'trend':
      return slope(known.map((row) => [Math.floor(days(row.at)) / 30, Number(value(row))]));
    case 'daysSince': {
      const last = mine
        .map((row) => Math.floor(days(row.at)))
        .toSorted((a, b) => a - b)
        .at(-1);
      return last === undefined || asOf === null ? null : days(asOf) - last;
    }
  }
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
const days = (at: string | null): number =>
  Date.parse(`${at?.slice(0, 10)}T${at?.slice(11) || '00:00:00'}Z`) / 86_400_000;
const byTime = (a: FactRow, b: FactRow): number => days(a.at) - days(b.at);

function counts({ filters, time, window }: Feature, row: FactRow, asOf: string | null): boolean {
  if (!meets(filters, row)) return false;
  if (time === null) return true;
  if (row.at === null || asOf === null) return false;
  const day = Math.floor(days(row.at));
  if (day > days(asOf)) return false;
  if (window.kind === 'all') return true;
  if (window.unit === 'day') return day > days(asOf) - window.size;
  return day >= days(monthsBefore(isoDay(days(asOf) + 1), window.size));
}

const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Back month by month on the calendar, then down to a day that the month has. */
function monthsBefore(iso: string, months: number): string {
  let [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  for (let i = 0; i < months; i++) [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
  const text = () => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  while (!new Date(`${text()}T00:00:00Z`).toJSON()?.startsWith(text())) day--;
  return text();
}

function meets(tests: readonly RowTest[], row: FactRow): boolean {
  return tests.every(({ field, test }) => {
    const value = row[field as keyof FactRow];
    if (value === null) return test.op === 'isNull';
    switch (test.op) {
      case 'eq':
        return value === test.value;
      case 'ne':
        return value !== test.value;
      case 'ge':
        return Number(value) >= Number(test.value);
      case 'isNull':
        return false;
      default:
        throw new Error(`the oracle knows no ${test.op}`);
    }
  });
}

function slope(points: readonly (readonly [number, number])[]): number | null {
  const n = points.length;
  const x = total(points.map(([each]) => each)) / n;
  const y = total(points.map(([, each]) => each)) / n;
  const spread = total(points.map(([each]) => (each - x) ** 2));
  return spread === 0 || n < 2 ? null : total(points.map(([a, b]) => (a - x) * (b - y))) / spread;
}
