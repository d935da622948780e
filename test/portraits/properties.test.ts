import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computePortrait } from '#engine/portraits/index.ts';
import type { Baseline, Dimension, PortraitResult } from '#shared/portraits/index.ts';
import { traitRule } from '#shared/portraits/index.ts';
import { allClients, type GroupNode, type Scope } from '#shared/segments/index.ts';
import { rule } from '#test/segments/generate.ts';
import { type Record_, select, type World } from '#test/segments/oracle.ts';
import { runs } from '#test/support/tiers.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { adjusted, deviation, figures, ks, mean, quantile, sum } from './oracle.ts';
import { clientRows, clientsOf, factRows, fill } from './world.ts';

const numRuns = runs(8, 150);
const everyone: GroupNode = { kind: 'group', combine: 'and', negate: false, items: [] };
const within = (segment: string): Scope => ({ kind: 'segment', segment });

const baselines: Record<Baseline['kind'], Baseline> = {
  all: { kind: 'all' },
  complement: { kind: 'complement' },
  segment: { kind: 'segment', segment: 'other' },
};

/** A portrait of the clients that a generated rule selects, beside the world that it was computed in. */
function eachPortrait(
  baseline: fc.Arbitrary<Baseline>,
  check: (result: PortraitResult, world: World, baseline: Baseline) => void | Promise<void>,
) {
  return fc.assert(
    fc.asyncProperty(clientRows, factRows, rule, rule, baseline, (clients, facts, group, other, chosen) =>
      withWorkspace(async (workspace) => {
        const world = await fill(workspace, clients, facts, { group, other });
        const definition = { scope: within('group'), baseline: chosen, dimensions: [], ruleFields: true };
        const { result } = await computePortrait(workspace, definition);
        await check(result, world, chosen);
      }),
    ),
    { numRuns },
  );
}

const anyBaseline = fc.constantFrom(...Object.values(baselines));
const keysOf = (world: World, chosen: Baseline, group: Set<string>): Set<string> => {
  if (chosen.kind === 'segment') return select(world, world.segments['other'] ?? everyone);
  const all = select(world, everyone);
  return chosen.kind === 'all' ? all : new Set([...all].filter((key) => !group.has(key)));
};
const both = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((key) => b.has(key)).length;

describe('portraits, over any data, group and baseline', () => {
  it('count what the segments made of their bars select, and rank, test and adjust by the formulas', () =>
    eachPortrait(anyBaseline, (result, world, chosen) => {
      const group = select(world, world.segments['group'] ?? everyone);
      const baseline = keysOf(world, chosen, group);
      const all = select(world, everyone);
      const sizes = { group: group.size, baseline: baseline.size, rest: all.size - group.size };
      expect(result.sizes).toEqual(sizes);
      expect(result.small).toBe(group.size < 30);
      for (const { field, traits, strength } of result.dimensions) {
        for (const { trait, counts, ...found } of traits) {
          const having = select(world, traitRule(allClients, field, trait));
          const inGroup = both(having, group);
          expect(counts).toEqual({ group: inGroup, baseline: both(having, baseline), rest: having.size - inGroup });
          expect(select(world, traitRule(within('group'), field, trait)).size).toBe(inGroup);
          const expected = figures(counts, sizes);
          expect(found.shares).toEqual(expected.shares);
          expect(found.tgi ?? -1).toBeCloseTo(expected.tgi ?? -1, 8);
          const named = trait.kind !== 'others';
          expect(found.strength).toBeCloseTo(named ? expected.strength : 0, 8);
          expect(found.p ?? -1).toBeCloseTo((named ? expected.p : null) ?? -1, 8);
        }
        expect(strength).toBe(Math.max(0, ...traits.map((trait) => trait.strength)));
      }
      const shown = result.dimensions.flatMap(({ traits }) => traits);
      const expected = adjusted(shown.map(({ p }) => p));
      shown.forEach((trait, i) => void expect(trait.adjusted ?? -1).toBeCloseTo(expected[i] ?? -1, 8));
      const strengths = result.dimensions.map(({ strength }) => strength);
      expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
    }));

  it('share every client of a list field out among its traits, the empty ones too', () =>
    eachPortrait(anyBaseline, ({ sizes, dimensions }) => {
      for (const { form, traits, known } of dimensions) {
        if (form === 'rows') continue;
        const empty = traits.find(({ trait }) => trait.kind === 'empty');
        for (const side of ['group', 'baseline'] as const) {
          expect(sum(traits, side)).toBe(sizes[side]);
          expect(known[side] + (empty?.counts[side] ?? 0)).toBe(sizes[side]);
        }
        expect(traits.filter(({ trait }) => trait.kind === 'empty').length).toBeLessThanOrEqual(1);
      }
    }));

  it('cut numbers and days into at most 8 ranges that follow on each other', () =>
    eachPortrait(anyBaseline, ({ dimensions }) => {
      for (const { traits } of dimensions.filter(({ form }) => form === 'ranges')) {
        const ranges = traits.flatMap(({ trait }) => (trait.kind === 'range' ? [trait] : []));
        expect(ranges.length).toBeGreaterThan(1);
        expect(ranges.length).toBeLessThanOrEqual(8);
        expect([ranges[0]?.low, ranges.at(-1)?.high]).toEqual([null, null]);
        ranges.slice(1).forEach(({ low }, i) => {
          expect(low).toBe(ranges[i]?.high);
          const before = ranges[i]?.low ?? null;
          if (before !== null) expect(before < (low ?? '')).toBe(true);
        });
      }
    }));

  it('describe both distributions as plain arithmetic does', () =>
    eachPortrait(anyBaseline, (result, world, chosen) => {
      const rows = clientsOf(world);
      const group = select(world, world.segments['group'] ?? everyone);
      const baseline = keysOf(world, chosen, group);
      for (const { field, type, numbers } of result.dimensions) {
        if (!numbers) continue;
        const a = axis(rows, group, field.field, type);
        const b = axis(rows, baseline, field.field, type);
        for (const [values, summary] of [
          [a, numbers.group],
          [b, numbers.baseline],
        ] as const) {
          expect(summary === null).toBe(values.length === 0);
          if (!summary) continue;
          close(back(summary.median, type), quantile(values, 0.5), type);
          close(back(summary.q1, type), quantile(values, 0.25), type);
          close(back(summary.q3, type), quantile(values, 0.75), type);
          close(back(summary.mean, type), mean(values), type);
          expect(summary.deviation / Math.max(1, deviation(values))).toBeCloseTo(
            deviation(values) / Math.max(1, deviation(values)),
            6,
          );
        }
        if (a.length > 0 && b.length > 0) expect(numbers.ks).toBeCloseTo(ks(a, b), 9);
        else expect(numbers.ks).toBeNull();
      }
    }));

  it('find nothing apart where the group is everyone', () =>
    fc.assert(
      fc.asyncProperty(clientRows, factRows, (clients, facts) =>
        withWorkspace(async (workspace) => {
          await fill(workspace, clients, facts, {});
          const { result } = await computePortrait(workspace, {
            scope: allClients,
            baseline: baselines.all,
            dimensions: [],
            ruleFields: false,
          });
          for (const { tgi, strength, p, counts } of traitsOf(result)) {
            expect(tgi).toBe(counts.baseline > 0 ? 100 : null);
            expect(strength).toBe(0);
            expect(p).toBeNull();
          }
        }),
      ),
      { numRuns },
    ));

  it('set a group against its complement as all without the group', () =>
    eachPortrait(fc.constant(baselines.complement), (result) => {
      expect(result.sizes.baseline).toBe(result.sizes.rest);
      for (const { counts, strength } of traitsOf(result)) {
        expect(counts.baseline).toBe(counts.rest);
        expect(Number.isFinite(strength)).toBe(true);
      }
    }));
});

const traitsOf = ({ dimensions }: PortraitResult) => dimensions.flatMap(({ traits }) => traits);

const msPerDay = 86_400_000;
const isDays = (type: Dimension['type']) => type === 'date' || type === 'timestamp';
const toAxis = (cell: NonNullable<Record_[string]>, type: Dimension['type']): number =>
  isDays(type) ? Date.parse(`${String(cell).slice(0, 10)}T00:00:00Z`) / msPerDay : Number(cell);
const back = (shown: string | number, type: Dimension['type']): number => toAxis(shown, type);

function axis(rows: Map<string, Record_>, keys: Set<string>, field: string, type: Dimension['type']): number[] {
  return [...rows].flatMap(([key, row]) => {
    const cell = keys.has(key) ? row[field] : null;
    return cell === null || cell === undefined ? [] : [toAxis(cell, type)];
  });
}

/** Days are shown as whole days. */
function close(found: number, expected: number, type: Dimension['type']): void {
  if (isDays(type)) expect(Math.abs(found - expected)).toBeLessThanOrEqual(0.5);
  else expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}
