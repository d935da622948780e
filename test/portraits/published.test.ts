import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playbookSchema } from '#shared/playbook/index.ts';
import { type PortraitResult, portraitResultSchema } from '#shared/portraits/index.ts';
import { equals, resultOf, run } from '#test/playbooks/support.ts';
import { shipped } from '#test/sample/support/portfolio.ts';
import { sharedData, whySkipped } from '#test/support/sharedData.ts';
import { withWorkspace } from '#test/support/workspace.ts';

const first = ({ dimensions }: PortraitResult) => {
  const strongest = dimensions[0]?.traits.toSorted((a, b) => b.strength - a.strength)[0];
  return { field: dimensions[0]?.field.field, ...strongest };
};

describe('portraits of the sample portfolio', () => {
  it('find the planted lifts first, with the documented figures', () =>
    withWorkspace(async (workspace) => {
      const playbook = playbookSchema.parse(JSON.parse(await readFile(join(shipped, '../playbook.json'), 'utf8')));
      const { results } = await run(workspace, shipped, { ...playbook, reports: [], funnels: [], roi: [] });
      const [maker, abroad] = playbook.portraits.map(({ name }) =>
        portraitResultSchema.parse(resultOf(results, 'portrait', name)),
      );
      if (!maker || !abroad) throw new Error('the sample playbook has no two portraits');
      expect(maker.sizes).toEqual({ group: 207, baseline: 2000, rest: 1793 });
      expect(first(maker)).toMatchObject({
        field: '主要产品',
        trait: { kind: 'value', value: '供应链融资' },
        counts: { group: 124, baseline: 213, rest: 89 },
      });
      expect(first(maker).tgi?.toFixed(1)).toBe('562.5');
      expect(first(abroad)).toMatchObject({
        field: '主要产品',
        trait: { kind: 'value', value: '出口押汇' },
        counts: { group: 63, baseline: 108, rest: 45 },
      });
      expect(abroad.sizes.group).toBe(93);
      expect(first(abroad).tgi?.toFixed(1)).toBe('1254.5');
      for (const { dimensions } of [maker, abroad]) expect(dimensions.length).toBeGreaterThanOrEqual(8);
      // 通知偏好 has no part in anything.
      const noise = maker.dimensions.find(({ field }) => field.field === '通知偏好');
      for (const { adjusted } of noise?.traits ?? []) expect(adjusted).toBeGreaterThan(0.05);
    }));
});

describe.skipIf(sharedData === null)(`portraits of published data${whySkipped}`, () => {
  it('tell subscribers of the bank from all 45,211 clients as counting by hand does', () =>
    withWorkspace(async (workspace) => {
      const file = 'uci_bank_marketing/bank-full.csv';
      const { results } = await run(workspace, sharedData ?? '', {
        data: [{ name: 'bank', file }],
        clients: { table: 'bank', key: { kind: 'row' } },
        segments: [equals('subscribed', 'bank', 'y', 'yes')],
        portraits: [{ name: 'subscribers', scope: { kind: 'segment', segment: 'subscribed' } }],
      });
      const result = portraitResultSchema.parse(resultOf(results, 'portrait', 'subscribers'));
      expect(result.sizes).toEqual({ group: 5289, baseline: 45211, rest: 39922 });

      const [head = [], ...rows] = (await readFile(join(sharedData ?? '', file), 'utf8'))
        .trim()
        .split('\n')
        .map((line) => line.trim().replaceAll('"', '').split(';'));
      const column = (name: string) => head.indexOf(name);
      const count = (field: string, meets: (cell: string) => boolean) => {
        const having = rows.filter((row) => meets(row[column(field)] ?? ''));
        const yes = having.filter((row) => row[column('y')] === 'yes').length;
        return { group: yes, baseline: having.length, rest: having.length - yes };
      };
      const dimension = (field: string) => result.dimensions.find((each) => each.field.field === field);
      for (const field of ['poutcome', 'job', 'marital', 'education', 'month', 'contact', 'housing', 'loan']) {
        const traits = dimension(field)?.traits.filter(({ trait }) => trait.kind === 'value') ?? [];
        expect(traits.length).toBeGreaterThan(1);
        for (const { trait, counts } of traits)
          if (trait.kind === 'value') expect(counts).toEqual(count(field, (cell) => cell === String(trait.value)));
      }
      for (const field of ['age', 'balance', 'duration', 'day', 'pdays']) {
        for (const { trait, counts } of dimension(field)?.traits ?? []) {
          if (trait.kind !== 'range') continue;
          const { low, high } = trait;
          const inside = (cell: string) =>
            (low === null || Number(cell) >= Number(low)) && (high === null || Number(cell) < Number(high));
          expect(counts).toEqual(count(field, inside));
        }
      }
      const success = dimension('poutcome')?.traits.find(
        ({ trait }) => trait.kind === 'value' && trait.value === 'success',
      );
      expect(success?.counts).toEqual({ group: 978, baseline: 1511, rest: 533 });
      expect(dimension('balance')?.numbers?.baseline).toMatchObject({ q1: 72, median: 448, q3: 1428 });
      expect(dimension('age')?.numbers?.baseline?.mean).toBeCloseTo(40.93621, 4);
    }));
});
