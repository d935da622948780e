import {
  type Conversion,
  type FunnelGroup,
  type FunnelResult,
  type FunnelStepResult,
  type Leak,
  leakLevel,
  smallestTested,
} from '#shared/funnels/index.ts';
import { adjustByBenjaminiHochberg, compareShares, wilson } from '#shared/statistics/index.ts';
import type { Row } from '../warehouse/index.ts';

/** The rows of a funnel's statement as its result. Pure. `shown` says how a value of the breakdown may be named. */
export function funnelFigures(
  rows: readonly Row[],
  names: readonly string[],
  windowed: boolean,
  shown: ((value: string) => string) | null,
): FunnelResult {
  const part = (name: string): Row => rows.find((row) => row.part === name) ?? {};
  const table = part('table');
  const groups = shown && rows.filter((row) => row.part === 'groups').map((row) => groupOf(row, names.length, shown));
  return {
    steps: stepResults(part('steps'), rows.find((row) => row.part === 'clients') ?? null, names),
    open: windowed ? numberOf(part('steps').open) : null,
    until: table.until === null || table.until === undefined ? null : String(table.until),
    withoutTime: numberOf(table.without_time),
    withoutKey: numberOf(table.without_key),
    groups,
    leaks: groups ? leaksOf(groups) : [],
  };
}

const numberOf = (value: Row[string] | undefined): number => Number(value ?? 0);

function groupOf(row: Row, steps: number, shown: (value: string) => string): FunnelGroup {
  const raw = row.value === null || row.value === undefined ? null : String(row.value);
  const value = raw === null ? null : shown(raw);
  return {
    value,
    others: numberOf(row.others),
    ...(value !== raw && { masked: true }),
    entries: Array.from({ length: steps }, (_, i) => numberOf(row[`n${i + 1}`])),
  };
}

function stepResults(row: Row, clients: Row | null, names: readonly string[]): FunnelStepResult[] {
  const entries = names.map((_, i) => numberOf(row[`n${i + 1}`]));
  const first = entries[0] ?? 0;
  return names.map((name, i) => {
    const reached = entries[i] ?? 0;
    const dropped = i === names.length - 1 ? 0 : reached - (entries[i + 1] ?? 0);
    const median = row[`p50_${i + 1}`];
    return {
      name,
      entries: reached,
      clients: clients === null ? reached : numberOf(clients[`n${i + 1}`]),
      dropped,
      droppedClients: clients === null || i === names.length - 1 ? dropped : numberOf(clients[`d${i + 1}`]),
      fromPrevious: i === 0 ? whole(first) : conversion(reached, entries[i - 1] ?? 0),
      fromFirst: i === 0 ? whole(first) : conversion(reached, first),
      waiting:
        median === null || median === undefined
          ? null
          : { median: numberOf(median) / 1e6, p90: numberOf(row[`p90_${i + 1}`]) / 1e6 },
    };
  });
}

/** The first step is all there is: nothing was estimated. */
const whole = (n: number): Conversion => ({ share: n === 0 ? null : 1, interval: null });

const conversion = (k: number, n: number): Conversion =>
  n === 0 ? { share: null, interval: null } : { share: k / n, interval: wilson(k, n) };

/**
 * Groups and steps that convert below all other entries together, by a two-sided two-proportion z test, adjusted over all
 * that were tested (Benjamini-Hochberg). What is put together is no group to be tested, but is among the others. Ranked
 * by the entries that are lost against the others' conversion.
 */
export function leaksOf(groups: readonly FunnelGroup[]): Leak[] {
  const steps = groups[0]?.entries.length ?? 0;
  const totals = Array.from({ length: steps }, (_, i) =>
    groups.reduce((sum, { entries }) => sum + (entries[i] ?? 0), 0),
  );
  const compared = groups.flatMap(({ entries, others }, group) =>
    others > 0 ? [] : entries.slice(1).map((k, i) => compareStep(group, i + 1, k, entries[i] ?? 0, totals)),
  );
  const adjusted = adjustByBenjaminiHochberg(compared.map((each) => each?.p ?? null));
  return compared
    .flatMap((each, i) => {
      const q = adjusted[i];
      return each && q !== null && q !== undefined ? [{ ...each, adjusted: q }] : [];
    })
    .filter((each) => each.share < each.rest && each.adjusted < leakLevel)
    .sort((a, b) => b.lost - a.lost || a.step - b.step || a.group - b.group);
}

function compareStep(
  group: number,
  step: number,
  k: number,
  n: number,
  totals: readonly number[],
): Omit<Leak, 'adjusted'> | null {
  const restN = (totals[step - 1] ?? 0) - n;
  const restK = (totals[step] ?? 0) - k;
  const test = n < smallestTested || restN < smallestTested ? null : compareShares(k, n, restK, restN);
  if (test === null) return null;
  const rest = restK / restN;
  return { group, step, share: k / n, rest, n, restN, p: test.p, lost: n * rest - k };
}
