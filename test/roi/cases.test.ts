import { describe, expect, it } from 'vitest';
import { computeRoi } from '#engine/roi/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { addTable } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { resultOf, run } from '../playbooks/support.ts';
import { shipped } from '../sample/support/portfolio.ts';
import type { OracleRow } from './oracle.ts';
import { addCampaigns, compute, names, study, table } from './support.ts';

const row = (at: OracleRow['at'], cost: number | null, back: number | null, campaign: string | null = '甲') => ({
  ...{ campaign, at, cost, back },
});
const withRows = <T>(rows: readonly OracleRow[], work: (workspace: Workspace) => Promise<T>) =>
  withWorkspace(async (workspace) => {
    await addCampaigns(workspace, rows, 'decimal');
    return work(workspace);
  });

describe('a study, case by case', () => {
  it('of one period: figures, payback, no fit', () =>
    withRows([row(3, 200, 300)], async (workspace) => {
      const { campaigns } = await compute(workspace);
      expect(campaigns).toMatchObject([
        { cost: '2.0000', return: '3.0000', roas: 1.5, roi: 0.5, payback: 3, paybackLost: null },
      ]);
      expect(campaigns[0]?.fit).toEqual({ kind: 'tooFewPoints', points: 1, needed: 6 });
    }));

  it('of no cost at all has no ratio, no payback and no fit, and is never infinite', () =>
    withRows(
      Array.from({ length: 8 }, (_, i) => row(i + 1, 0, 500)),
      async (workspace) => {
        const result = await compute(workspace);
        expect(result.campaigns).toMatchObject([{ roas: null, roi: null, noRatio: 'zeroCost', payback: null }]);
        expect(result.campaigns[0]?.fit).toMatchObject({ kind: 'tooFewPoints', points: 0 });
        expect(JSON.stringify(result)).not.toMatch(/Infinity|NaN/);
      },
    ));

  it('shows a period without rows as a gap, and carries the sums over it', () =>
    withRows([row(1, 100, 150), row(3, 100, 10)], async (workspace) => {
      const [campaign] = (await compute(workspace)).campaigns;
      expect(campaign?.periods[1]).toMatchObject({
        ...{ period: 2, rows: 0, roas: null, noRatio: 'noRows' },
        cumulative: { cost: '1.0000', return: '1.5000', roas: 1.5 },
      });
      expect(campaign).toMatchObject({ payback: 1, paybackLost: 3 });
    }));

  it('adds up whole numbers beyond 2^53 and amounts that a double cannot hold, to the digit', () =>
    withWorkspace(async (workspace) => {
      const columns = [
        { name: 't', type: 'integer' },
        { name: 'c', type: 'integer' },
        { name: 'r', type: 'decimal' },
      ] as const;
      await addTable(workspace, 'big', columns, [
        [1, 9223372036854775807n, '0.1000'],
        [1, 9223372036854775807n, '0.2000'],
        [2, 1, '99999999999999.9999'],
      ]);
      const big = {
        table: 'big',
        cost: 'c',
        return: 'r',
        period: { kind: 'number', field: 't' },
        campaign: null,
      } as const;
      const { total, campaigns } = await compute(workspace, big);
      expect(total).toMatchObject({ cost: '18446744073709551615', return: '100000000000000.2999' });
      expect(campaigns[0]?.periods[0]).toMatchObject({ cost: '18446744073709551614', return: '0.3000' });
    }));

  it('gives DOUBLEs the same sum in any order, and leaves out what is not finite', () =>
    withWorkspace(async (workspace) => {
      const values = [0.1, 0.2, 0.3, 1e15, -1e15, 0.7, 1e-9];
      const columns = [
        { name: 't', type: 'integer' },
        { name: 'c', type: 'number' },
      ] as const;
      const sums: unknown[] = [];
      for (const [name, order] of [
        ['forth', values],
        ['back', values.toReversed()],
      ] as const) {
        const rows = [...order.map((value) => [1, value]), [1, Number.POSITIVE_INFINITY], [1, Number.NaN]];
        await addTable(workspace, name, columns, rows);
        const asked = {
          table: name,
          cost: 'c',
          return: 'c',
          period: { kind: 'number', field: 't' },
          campaign: null,
        } as const;
        const result = await compute(workspace, asked);
        expect(result.leftOut.notFinite).toBe(2);
        sums.push(result.total.cost);
      }
      expect(sums[0]).toBe(sums[1]);
      expect(sums[0]).toBeCloseTo(1.300000001, 9);
    }));

  it('of months begins them on the day of launch, or the last day of a shorter month', () =>
    withWorkspace(async (workspace) => {
      const days = ['2024-01-31', '2024-02-28', '2024-02-29', '2024-03-30', '2024-03-31', '2024-04-29', '2024-04-30'];
      await addCampaigns(
        workspace,
        days.map((at, i) => row(at, 100 + i, 0)),
        'integer',
        'date',
      );
      const period = { kind: 'date', field: names.at, unit: 'month', launch: null } as const;
      const [campaign] = (await compute(workspace, { period })).campaigns;
      expect(campaign?.launch).toBe('2024-01-31');
      expect(campaign?.periods.map(({ period: number, cost }) => [number, cost])).toEqual([
        [1, '201'],
        [2, '205'],
        [3, '209'],
        [4, '106'],
      ]);
    }));

  it('of a segment takes the rows of its clients, and says so where the table is not linked', () =>
    withWorkspace(async (workspace) => {
      await addTable(workspace, 'clients', [{ name: 'id', type: 'text' }], [['1'], ['2'], ['2']]);
      await addCampaigns(
        workspace,
        [
          { ...row(1, 100, 100), client: '1' },
          { ...row(1, 100, 900), client: ' 2 ' },
          { ...row(1, 100, 5), client: '3' },
        ],
        'integer',
      );
      const { definitions } = workspace.catalogue;
      const key = { kind: 'field', field: 'id' } as const;
      const model = definitions.create('clients', 'clients', { table: 'clients', key, facts: [] });
      const item = {
        kind: 'condition',
        field: { table: 'clients', field: 'id' },
        test: { op: 'eq', value: '2' },
      } as const;
      definitions.create('segment', 'second', {
        rule: { kind: 'group', combine: 'and', negate: false, items: [item] },
      });
      const scope = { kind: 'segment', segment: 'second' } as const;
      await expect(compute(workspace, { scope })).rejects.toMatchObject({
        messageId: 'roiScopeNotLinked',
        params: { table, segment: 'second' },
      });
      const facts = [{ table, field: names.client }];
      definitions.save('clients', model.id, 1, 'clients', { table: 'clients', key, facts });
      expect((await compute(workspace, { scope })).total).toMatchObject({ cost: '100', return: '900' });
      expect((await compute(workspace)).total).toMatchObject({ cost: '300', return: '1005' });
      expect((await computeRoi(workspace, study({ scope }))).provenance).toMatchObject({
        tables: [{ table }, { table: 'clients' }],
      });
    }));
});

describe('a study that cannot be computed', () => {
  const rows = [row(1, 100, 100)];

  it.each([
    ['has lost a field', { cost: 'gone' }, 'fieldMissing'],
    ['adds up text', { cost: names.campaign }, 'roiNotNumeric'],
    ['counts periods by text', { period: { kind: 'number', field: names.campaign } }, 'roiPeriodNotNumber'],
    [
      'counts days in a number',
      { period: { kind: 'date', field: names.at, unit: 'week', launch: null } },
      'roiPeriodNotDate',
    ],
    ['has lost its table', { table: 'gone' }, 'datasetMissing'],
  ] as const)('is refused in words when it %s', (_, part, messageId) =>
    withRows(rows, async (workspace) => {
      await expect(compute(workspace, part)).rejects.toMatchObject({ messageId });
    }),
  );

  it('names campaigns by no field of identities', () =>
    withWorkspace(async (workspace) => {
      const columns = [
        { name: '姓名', type: 'text', sensitivity: 'name' },
        { name: 't', type: 'integer' },
        { name: 'c', type: 'integer' },
      ] as const;
      await addTable(workspace, 'people', columns, [['欧阳明', 1, 2]]);
      const asked = {
        table: 'people',
        cost: 'c',
        return: 'c',
        period: { kind: 'number', field: 't' },
        campaign: '姓名',
      } as const;
      await expect(compute(workspace, asked)).rejects.toMatchObject({ messageId: 'roiIdentity' });
    }));

  it('takes no date for a number of a period, and no more of them than a chart can show', async () => {
    await withRows([row(20260101, 1, 1)], async (workspace) => {
      await expect(compute(workspace)).rejects.toMatchObject({ messageId: 'roiPeriodTooLarge' });
    });
    const wide = ['甲', '乙', '丙'].flatMap((name) => [row(1, 1, 1, name), row(9000, 1, 1, name)]);
    await withRows(wide, async (workspace) => {
      await expect(compute(workspace)).rejects.toMatchObject({ messageId: 'roiTooManyPeriods' });
    });
  });

  it('stops when it is cancelled', () =>
    withRows(rows, async (workspace) => {
      const signal = AbortSignal.abort();
      await expect(computeRoi(workspace, study(), { signal })).rejects.toMatchObject({ code: 'cancelled' });
    }));
});

describe('the sample', () => {
  it('gives back its planted half-lives by playbook, and says what has none', () =>
    withWorkspace(async (workspace) => {
      const { results } = await run(workspace, shipped, {
        data: [{ name: '投放活动', file: '投放活动.xlsx' }],
        roi: [
          {
            name: '投放衰减',
            scope: { kind: 'all' },
            table: '投放活动',
            cost: '投放成本（元）',
            return: '收入（元）',
            period: { kind: 'number', field: '期次（周）' },
            campaign: '活动',
          },
        ],
      });
      const { campaigns } = resultOf(results, 'roi', '投放衰减') as Awaited<ReturnType<typeof compute>>;
      const fits = new Map(campaigns.map(({ name, fit }) => [name, fit]));
      for (const [name, planted, fitted] of [
        ['春季普惠推广', 3, '2.99'],
        ['供应链生态计划', 6, '5.94'],
        ['税贷直通车', 12, '12.11'],
      ] as const) {
        const fit = fits.get(name);
        if (fit?.kind !== 'decays') throw new Error(name);
        expect(fit.halfLife.toFixed(2)).toBe(fitted);
        expect(Math.abs(fit.halfLife / planted - 1)).toBeLessThan(0.05);
        expect(fit.halfLifeInterval.low).toBeLessThan(planted);
        expect(fit.halfLifeInterval.high).toBeGreaterThan(planted);
      }
      expect(fits.get('品牌形象投放')).toMatchObject({ kind: 'doesNotDecay' });
      expect(fits.get('商圈地推')).toEqual({ kind: 'tooFewPoints', points: 4, needed: 6 });
      expect(workspace.catalogue.definitions.list('roi').map(({ name }) => name)).toEqual(['投放衰减']);
    }));
});
