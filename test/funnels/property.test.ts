import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFunnel } from '#engine/funnels/index.ts';
import { countSegment } from '#engine/segments/index.ts';
import { type FunnelDefinition, type FunnelResult, mostSteps } from '#shared/funnels/index.ts';
import { runs } from '#test/support/tiers.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { at, type Event, quantile, type Walk, walks } from './oracle.ts';
import { addEvents, type EventRow, funnel, names, step } from './support.ts';

const kinds = ['a', 'b', 'c', 'd'] as const;
const moments = [
  '2026-01-30 00:00:00',
  '2026-01-31 12:00:00',
  '2026-01-31 12:00:30',
  '2026-02-28 11:59:59',
  '2026-02-28 12:00:00',
  '2026-03-01 00:00:00',
  '2026-03-31 12:00:00',
] as const;

const row: fc.Arbitrary<EventRow> = fc.record({
  client: fc.constantFrom(null, ' ', '1', ' 1', '2', '3', '9'),
  loan: fc.constantFrom(null, '', 'L1', 'L1 ', 'L2'),
  event: fc.constantFrom(null, ...kinds),
  time: fc.option(fc.constantFrom(...moments), { freq: 8 }),
  channel: fc.constantFrom(null, 'app', '柜台'),
});
const rows = fc.array(row, { maxLength: 30 });

/** Steps may ask for the same events, so that one row meets several. */
const stepEvents = fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 2 });
const asked = fc.record({
  steps: fc.array(stepEvents, { minLength: 1, maxLength: 4 }),
  order: fc.constantFrom('sequential' as const, 'any' as const),
  window: fc.constantFrom(
    null,
    { size: 1, unit: 'minute' as const },
    { size: 24, unit: 'hour' as const },
    { size: 28, unit: 'day' as const },
    { size: 1, unit: 'month' as const },
    { size: 2, unit: 'month' as const },
  ),
  sameTime: fc.boolean(),
  byLoan: fc.boolean(),
  byDay: fc.boolean(),
});

const clients = ['1', '2', '3', '2', null];
const trimmed = (text: string | null) => text?.replace(/^ +| +$/g, '') || null;

function expected(
  events: readonly EventRow[],
  asked_: { steps: string[][]; byDay: boolean },
  definition: FunnelDefinition,
) {
  const seen: Event[] = events.map(({ client, loan, event, time, channel }) => ({
    client: trimmed(client),
    entry: trimmed(loan),
    time: asked_.byDay ? (time?.slice(0, 10) ?? null) : time,
    meets: asked_.steps.flatMap((wanted, i) => (event !== null && wanted.includes(event) ? [i] : [])),
    group: channel,
  }));
  return { seen, ways: walks(seen, asked_.steps.length, definition, new Set(['1', '2', '3'])) };
}

const atLeast = (ways: readonly Walk[], steps: number) => ways.filter(({ times }) => times.length >= steps);
const exactly = (ways: readonly Walk[], steps: number) => ways.filter(({ times }) => times.length === steps);
const clientsOf = (ways: readonly Walk[]) => new Set(ways.map(({ client }) => client)).size;

function check(result: FunnelResult, { seen, ways }: ReturnType<typeof expected>, definition: FunnelDefinition): void {
  const { steps } = definition;
  result.steps.forEach((got, i) => {
    const k = i + 1;
    const last = k === steps.length;
    expect(got).toMatchObject({
      entries: atLeast(ways, k).length,
      clients: clientsOf(atLeast(ways, k)),
      dropped: last ? 0 : exactly(ways, k).length,
      droppedClients: last ? 0 : clientsOf(exactly(ways, k)),
    });
    if (i === 0) return;
    expect(got.entries).toBeLessThanOrEqual(result.steps[i - 1]?.entries ?? 0);
    const waits = atLeast(ways, k).map(({ times }) => ((times[i] ?? 0) - (times[i - 1] ?? 0)) / 1000);
    const median = quantile(waits, 0.5);
    if (median === null) expect(got.waiting).toBeNull();
    else {
      expect(got.waiting?.median).toBeCloseTo(median, 5);
      expect(got.waiting?.p90).toBeCloseTo(quantile(waits, 0.9) ?? Number.NaN, 5);
    }
  });
  const times = seen.flatMap(({ time }) => (time === null ? [] : [at(time)]));
  const until = Math.max(...times);
  const open = ways.filter(({ times: own, closes }) => closes !== null && own.length < steps.length && closes > until);
  expect(result.open).toBe(definition.window === null ? null : open.length);
  expect(result.withoutTime).toBe(seen.length - times.length);
  const keyless = ({ client, entry }: Event) => client === null || (definition.entry !== null && entry === null);
  expect(result.withoutKey).toBe(seen.filter((event) => event.time !== null && keyless(event)).length);
  for (const { value, entries } of result.groups ?? []) {
    const own = ways.filter(({ group }) => group === value);
    expect(entries).toEqual(steps.map((_, i) => atLeast(own, i + 1).length));
  }
  const sums = steps.map((_, i) => (result.groups ?? []).reduce((sum, { entries }) => sum + (entries[i] ?? 0), 0));
  expect(sums).toEqual(result.steps.map(({ entries }) => entries));
}

describe('funnels', () => {
  it('say what the oracle says, over any events and settings', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.array(asked, { minLength: 10, maxLength: 10 }), async (events, settings) => {
        await withWorkspace(async (workspace) => {
          await addEvents(workspace, clients, events);
          for (const one of settings) {
            const definition = funnel(
              one.steps.map((wanted) => step(...wanted)),
              {
                time: one.byDay ? names.day : names.time,
                entry: one.byLoan ? names.loan : null,
                order: one.order,
                window: one.window,
                sameTime: one.sameTime,
                breakdown: names.channel,
              },
            );
            const { result } = await computeFunnel(workspace, definition);
            check(result, expected(events, one, definition), definition);
          }
        });
      }),
      { numRuns: runs(16, 200) },
    );
  });

  it('make segments of as many clients as the funnel counts, at any step', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.array(asked, { minLength: 4, maxLength: 4 }), async (events, settings) => {
        await withWorkspace(async (workspace) => {
          await addEvents(workspace, clients, events);
          for (const [i, one] of settings.entries()) {
            const body = funnel(
              one.steps.map((wanted) => step(...wanted)),
              { entry: one.byLoan ? names.loan : null, order: one.order, window: one.window, sameTime: one.sameTime },
            );
            workspace.catalogue.definitions.create('funnel', `f${i}`, body);
            const { result } = await computeFunnel(workspace, body);
            const count = async (place: number, outcome: 'dropped' | 'reached') => {
              const node = { kind: 'funnel' as const, funnel: `f${i}`, step: place, outcome };
              const rule = { kind: 'group' as const, combine: 'and' as const, negate: false, items: [node] };
              return (await countSegment(workspace, { rule })).result.clients;
            };
            for (const [at_, figures] of result.steps.entries()) {
              expect(await count(at_ + 1, 'reached')).toBe(figures.clients);
              if (at_ + 1 < result.steps.length) expect(await count(at_ + 1, 'dropped')).toBe(figures.droppedClients);
            }
          }
        });
      }),
      { numRuns: runs(8, 60) },
    );
  });

  it('never shrink when the window grows, and count at least as many in any order', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.array(stepEvents, { minLength: 2, maxLength: 4 }), async (events, wanted) => {
        await withWorkspace(async (workspace) => {
          await addEvents(workspace, clients, events);
          const counts = async (more: Partial<FunnelDefinition>) => {
            const definition = funnel(
              wanted.map((each) => step(...each)),
              more,
            );
            return (await computeFunnel(workspace, definition)).result.steps.map(({ entries }) => entries);
          };
          const grows = [
            await counts({ window: { size: 1, unit: 'day' } }),
            await counts({ window: { size: 40, unit: 'day' } }),
            await counts({}),
            await counts({ order: 'any' }),
          ];
          for (const [i, later] of grows.slice(1).entries()) {
            for (const [k, entries] of later.entries()) expect(entries).toBeGreaterThanOrEqual(grows[i]?.[k] ?? 0);
          }
        });
      }),
      { numRuns: runs(8, 60) },
    );
  });

  it('have as many steps as they may, each seen once', async () => {
    await withWorkspace(async (workspace) => {
      const steps = Array.from({ length: mostSteps }, (_, i) => `e${i + 1}`);
      const walk = (client: string, upTo: number): EventRow[] =>
        steps.slice(0, upTo).map((event, i) => ({
          ...{ client, loan: 'L', event, channel: null },
          time: `2026-01-${String(i + 1).padStart(2, '0')} 00:00:00`,
        }));
      await addEvents(workspace, ['1', '2'], [...walk('1', mostSteps), ...walk('2', 7)]);
      for (const order of ['sequential', 'any'] as const) {
        const definition = funnel(
          steps.map((event) => step(event)),
          { order, window: { size: 30, unit: 'day' } },
        );
        const { result } = await computeFunnel(workspace, definition);
        expect(result.steps.map(({ entries }) => entries)).toEqual(steps.map((_, i) => (i < 7 ? 2 : 1)));
      }
    });
  });
});
