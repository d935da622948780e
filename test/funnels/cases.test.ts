import { describe, expect, it } from 'vitest';
import { leaksOf } from '#engine/funnels/figures.ts';
import { computeFunnel } from '#engine/funnels/index.ts';
import { countSegment } from '#engine/segments/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import type { FunnelDefinition } from '#shared/funnels/index.ts';
import type { GroupNode, RuleNode } from '#shared/segments/index.ts';
import { addTable } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { addEvents, clientTable, type EventRow, funnel, names, step } from './support.ts';

const event = (event_: string, time: string | null, more: Partial<EventRow> = {}): EventRow => ({
  client: '1',
  loan: 'L1',
  event: event_,
  time: time === null ? null : `2026-01-31 ${time}`,
  channel: null,
  ...more,
});
const abc = [step('a'), step('b'), step('c')];
const rule = (...items: RuleNode[]): GroupNode => ({ kind: 'group', combine: 'and', negate: false, items });

async function entries(workspace: Workspace, definition: FunnelDefinition): Promise<number[]> {
  return (await computeFunnel(workspace, definition)).result.steps.map((each) => each.entries);
}

describe('funnels, case by case', () => {
  it('go as docs/semantics.md says in its example', () =>
    withWorkspace(async (workspace) => {
      await addEvents(
        workspace,
        ['1'],
        [event('a', '09:00:00'), event('b', '09:00:00'), event('a', '10:00:00'), event('c', '12:00:00')],
      );
      expect(await entries(workspace, funnel(abc))).toEqual([1, 1, 1]);
      expect(await entries(workspace, funnel(abc, { sameTime: false }))).toEqual([1, 0, 0]);
      expect(await entries(workspace, funnel(abc, { window: { size: 3, unit: 'hour' } }))).toEqual([1, 1, 0]);
      expect(await entries(workspace, funnel(abc, { window: { size: 181, unit: 'minute' } }))).toEqual([1, 1, 1]);
    }));

  it('refuse in words what makes no funnel', () =>
    withWorkspace(async (workspace) => {
      await addEvents(workspace, ['1'], [event('a', '09:00:00')]);
      const refused = (definition: FunnelDefinition) => expect(computeFunnel(workspace, definition)).rejects;
      await refused(funnel([])).toMatchObject({ messageId: 'funnelNoSteps' });
      await refused(funnel(abc, { window: { size: 0, unit: 'day' } })).toMatchObject({ messageId: 'funnelWindowZero' });
      await refused(funnel(abc, { time: names.event })).toMatchObject({ messageId: 'funnelTimeField' });
      await refused(funnel(abc, { time: 'gone' })).toMatchObject({ messageId: 'fieldMissing' });
      await refused(funnel(abc, { table: 'gone' })).toMatchObject({ messageId: 'factNotLinked' });
      await refused(funnel(abc, { scope: { kind: 'segment', segment: 'gone' } })).toMatchObject({
        messageId: 'definitionMissing',
      });
    }));

  it('need a key, and keep identities out of the groups', () =>
    withWorkspace(async (workspace) => {
      await addTable(
        workspace,
        'log',
        [
          { name: 'who', type: 'text' },
          { name: 'at', type: 'date' },
          { name: 'what', type: 'text' },
          { name: '姓名', type: 'text', sensitivity: 'name' },
          { name: '生日', type: 'date', sensitivity: 'birthDate' },
        ],
        [['1', '2026-01-31', 'a', '欧阳明', '1980-01-01']],
      );
      const { definitions } = workspace.catalogue;
      const model = definitions.create('clients', 'clients', { table: 'log', key: { kind: 'row' }, facts: [] });
      const steps = [{ name: 'a', all: [{ field: '姓名', test: { op: 'eq' as const, value: '欧阳明' } }] }];
      const own = { ...funnel(steps), table: 'log', time: 'at' };
      await expect(computeFunnel(workspace, own)).rejects.toMatchObject({ messageId: 'funnelNeedsKey' });
      definitions.save('clients', model.id, 1, 'clients', {
        table: 'log',
        key: { kind: 'field', field: 'who' },
        facts: [],
      });
      for (const breakdown of ['姓名', '生日']) {
        await expect(computeFunnel(workspace, { ...own, breakdown })).rejects.toMatchObject({
          messageId: 'funnelGroupsWithheld',
          params: { field: breakdown },
        });
      }
      const { result, provenance } = await computeFunnel(workspace, own);
      expect(result.steps[0]?.entries).toBe(1);
      expect(provenance.parameters).toContain('欧阳*');
      expect(JSON.stringify(provenance)).not.toContain('欧阳明');
    }));

  it('look at the clients of a segment, and refuse one that leads back to the funnel', () =>
    withWorkspace(async (workspace) => {
      await addEvents(workspace, ['1', '2'], [event('a', '09:00:00'), event('a', '09:00:00', { client: '2' })]);
      const { definitions } = workspace.catalogue;
      const north: RuleNode = {
        kind: 'condition',
        field: { table: clientTable, field: names.region },
        test: { op: 'eq', value: 'N' },
      };
      definitions.create('segment', 'north', { rule: rule(north) });
      const scoped = funnel([step('a')], { scope: { kind: 'segment', segment: 'north' } });
      expect(await entries(workspace, scoped)).toEqual([1]);
      definitions.create('funnel', 'own', funnel([step('a')], { scope: { kind: 'segment', segment: 'circle' } }));
      const circle = rule({ kind: 'funnel', funnel: 'own', step: 1, outcome: 'reached' });
      definitions.create('segment', 'circle', { rule: circle });
      await expect(countSegment(workspace, { rule: circle })).rejects.toMatchObject({ messageId: 'segmentCycle' });
      await expect(computeFunnel(workspace, definitions.get('funnel', 'own').body)).rejects.toMatchObject({
        messageId: 'segmentCycle',
        params: { name: 'circle' },
      });
    }));

  it('say in a segment what of them has gone', () =>
    withWorkspace(async (workspace) => {
      await addEvents(workspace, ['1'], [event('a', '09:00:00')]);
      workspace.catalogue.definitions.create('funnel', '申请', funnel(abc));
      const count = (funnel_: string, place: number, outcome: 'dropped' | 'reached') =>
        countSegment(workspace, { rule: rule({ kind: 'funnel', funnel: funnel_, step: place, outcome }) });
      expect((await count('申请', 1, 'dropped')).result.clients).toBe(1);
      await expect(count('别的', 1, 'dropped')).rejects.toMatchObject({ messageId: 'definitionMissing' });
      await expect(count('申请', 4, 'reached')).rejects.toMatchObject({ messageId: 'funnelStepMissing' });
      await expect(count('申请', 3, 'dropped')).rejects.toMatchObject({ messageId: 'funnelLastStep' });
    }));

  it('give the clients of one group at a step, by the value at their first step', () =>
    withWorkspace(async (workspace) => {
      const at = (client: string, name: string, channel: string | null) =>
        event(name, name === 'a' ? '09:00:00' : '10:00:00', { client, channel });
      await addEvents(
        workspace,
        ['1', '2', '3', '4', '5'],
        [
          at('1', 'a', "柜'台"),
          at('2', 'a', "柜'台"),
          at('2', 'b', '手机'),
          at('3', 'a', '手机'),
          at('4', 'a', null),
          at('5', 'a', '手机'),
          at('5', 'b', "柜'台"),
        ],
      );
      const own = funnel([step('a'), step('b')], { breakdown: names.channel });
      workspace.catalogue.definitions.create('funnel', '申请', own);
      const { result } = await computeFunnel(workspace, own);
      const count = async (outcome: 'dropped' | 'reached', place: number, value: string | null) => {
        const group = { field: names.channel, value };
        const item: RuleNode = { kind: 'funnel', funnel: '申请', step: place, outcome, group };
        return (await countSegment(workspace, { rule: rule(item) })).result.clients;
      };
      expect(result.groups).toHaveLength(3);
      for (const { value, entries: [first = 0, second = 0] = [] } of result.groups ?? []) {
        expect(await count('reached', 1, value)).toBe(first);
        expect(await count('dropped', 1, value)).toBe(first - second);
        expect(await count('reached', 2, value)).toBe(second);
      }
      expect(await count('dropped', 1, null)).toBe(1);
      expect(await count('dropped', 1, "柜'台")).toBe(1);
      expect(await count('dropped', 1, '没有')).toBe(0);
    }));

  it('put together the groups beyond the fifty largest', () =>
    withWorkspace(async (workspace) => {
      const many = Array.from({ length: 53 }, (_, i) => event('a', '09:00:00', { loan: `L${i}`, channel: `c${i}` }));
      await addEvents(workspace, ['1'], [...many, event('a', '09:00:00', { loan: 'x', channel: 'c52' })]);
      const { result } = await computeFunnel(
        workspace,
        funnel([step('a')], { entry: names.loan, breakdown: names.channel }),
      );
      expect(result.groups).toHaveLength(51);
      expect(result.groups?.[0]).toEqual({ value: 'c52', others: 0, entries: [2] });
      expect(result.groups?.at(-1)).toEqual({ value: null, others: 3, entries: [3] });
    }));
});

describe('leaks', () => {
  const group = (value: string, ...counts: number[]) => ({ value, others: 0, entries: counts });

  it('rank by what is lost, not by the share alone', () => {
    const leaks = leaksOf([group('big', 1000, 600), group('small', 60, 12), group('good', 1000, 900)]);
    expect(leaks.map((leak) => leak.group)).toEqual([0, 1]);
    // By hand: 912 of 1,060 others go on; z = (0.6 - 0.8604) / √(0.734·0.266·(1/1000 + 1/1060)).
    expect(leaks[0]).toMatchObject({ step: 1, n: 1000, restN: 1060, share: 0.6 });
    expect(leaks[0]?.rest).toBeCloseTo(912 / 1060, 12);
    expect(leaks[0]?.lost).toBeCloseTo(1000 * (912 / 1060) - 600, 9);
  });

  it('are not told of fewer than thirty, nor of what is put together, nor of one group alone', () => {
    expect(leaksOf([group('tiny', 29, 0), group('rest', 1000, 900)])).toEqual([]);
    expect(leaksOf([{ value: null, others: 4, entries: [500, 0] }, group('rest', 1000, 900)])).toEqual([]);
    expect(leaksOf([group('all', 1000, 1)])).toEqual([]);
  });
});
