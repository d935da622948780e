import { describe, expect, it } from 'vitest';
import { computeRoi } from '#engine/roi/index.ts';
import { campaignFinding, roiFinding } from '#shared/findings/index.ts';
import { formatMeasure, type RoiDefinition, type RoiResult } from '#shared/roi/index.ts';
import { addTable } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { study } from './support.ts';

type Amounts = readonly (readonly [cost: string | number, back: string | number])[];

/** A study of a cost and a return with these names, a row for each week. */
const studyOf = (cost: string, back: string, amounts: Amounts, type: 'decimal' | 'number' = 'decimal') =>
  withWorkspace(async (workspace) => {
    const columns = [
      { name: '周次', type: 'integer' },
      { name: cost, type },
      { name: back, type },
    ] as const;
    const rows = amounts.map(([spent, came], i) => [i + 1, spent, came]);
    await addTable(workspace, 'x', columns, rows);
    const definition = study({
      ...{ table: 'x', cost, return: back, campaign: null },
      period: { kind: 'number', field: '周次' },
    });
    return { definition, result: (await computeRoi(workspace, definition)).result };
  });

/** What a study says, of all and of its only campaign. */
const told = (found: { definition: RoiDefinition; result: RoiResult }, locale: 'zh' | 'en'): string => {
  const { sentence, certainty } = roiFinding('x', found.definition, found.result, locale);
  const [campaign] = found.result.campaigns;
  return [sentence, certainty, campaign ? campaignFinding(campaign, found.definition, locale) : ''].join('\n');
};

const falling = Array.from({ length: 8 }, (_, i) => 300 * 0.5 ** (i / 2));
const ratiosOf = ({ total, campaigns }: RoiResult) => ({
  total: [total.roas, total.roi],
  campaigns: campaigns.map(({ payback, paybackLost, fit, periods }) => ({
    ...{ payback, paybackLost, fit },
    periods: periods.map(({ roas, roi, cumulative }) => [roas, roi, cumulative.roas]),
  })),
});

describe('a cost and a return in different units', () => {
  it.each(['decimal', 'number'] as const)('are compared as if both were in one (%s)', async (type) => {
    const yuan = falling.map((back) => [100, Math.round(back)] as const);
    const same = await studyOf('成本（元）', '收入（元）', yuan, type);
    const inWan = await studyOf(
      '成本（元）',
      '收入（万元）',
      yuan.map(([cost, back]) => [cost, back / 1e4]),
      type,
    );
    const fromWan = await studyOf(
      '成本（万元）',
      '收入（元）',
      yuan.map(([cost, back]) => [cost / 1e4, back]),
      type,
    );
    expect(same.result.campaigns[0]).toMatchObject({ payback: 1, fit: { kind: 'decays', refreshBy: { kind: 'in' } } });
    if (type === 'decimal') {
      for (const each of [inWan, fromWan]) expect(ratiosOf(each.result)).toEqual(ratiosOf(same.result));
    }
    for (const each of [inWan, fromWan]) {
      for (const locale of ['zh', 'en'] as const) expect(told(each, locale)).toBe(told(same, locale));
    }
    expect(inWan.result.total.cost).toEqual(same.result.total.cost);
    expect(Number(inWan.result.total.return)).toBeCloseTo(Number(same.result.total.return) / 1e4, 9);
  });

  it('pay back to the last digit', async () => {
    const { result } = await studyOf('成本（亿元）', '收入（元）', [['0.0003', '30000.00']]);
    expect(result.total).toMatchObject({ roas: 1, roi: 0 });
    expect(result.campaigns[0]?.payback).toBe(1);
    const less = await studyOf('成本（亿元）', '收入（元）', [['0.0003', '29999.99']]);
    expect(less.result.campaigns[0]?.payback).toBeNull();
  });

  it('are told in one, in both languages', async () => {
    const found = await studyOf('成本（元）', '收入（万元）', [['1000.00', '0.1500']]);
    expect(told(found, 'zh')).toContain('“x”每 1 元成本收回 1.50 元，已回本');
    expect(told(found, 'en')).toContain('“x” brought CNY 1.50 for each CNY 1 spent: the cost has come back');
    expect(told(found, 'en')).not.toMatch(/[元万亿]/);
  });
});

describe('a cost and a return of which one names a unit', () => {
  const bare =
    /回本。第|已回本|尚未|没有回本|抵回|盈亏平衡|低于|has (not )?come back$|not come back yet|covered|break-even/m;

  it.each([
    ['成本（万元）', 'back', '只有“成本（万元）”写明了单位（万元）', 'Only “成本（万元）” names its unit (CNY 10k)'],
    ['cost', '收入（元）', '只有“收入（元）”写明了单位（元）', 'Only “收入（元）” names its unit (CNY)'],
  ])('are not converted, and no verdict is given: %s, %s', async (cost, back, zh, en) => {
    for (const amounts of [[[100, 150]], falling.map((each) => [100, each] as const)] as const) {
      const found = await studyOf(cost, back, amounts);
      for (const [locale, note] of [
        ['zh', zh],
        ['en', en],
      ] as const) {
        expect(told(found, locale)).toContain(note);
        expect(told(found, locale)).not.toMatch(bare);
      }
    }
    const plain = await studyOf(cost, back, [[100, 150]]);
    expect(plain.result.total.roas).toBe(1.5);
    expect(told(plain, 'zh')).toContain('“x”的收益与成本之比为 1.50');
  });
});

describe('a ratio close to break-even', () => {
  it.each([
    [1, '1.00', '0.0%'],
    [0.9961, '0.996', '−0.4%'],
    [0.9996, '0.9996', '−0.04%'],
    [1.004, '1.004', '0.4%'],
    [1.00004, '1.00', '0.004%'],
    [0.9999999, '0.9999', '−0.001%'],
    [1.5, '1.50', '50.0%'],
  ])('is not shown as it: %d', (roas, ratio, share) => {
    expect(formatMeasure(roas, 'roas')).toBe(ratio);
    expect(formatMeasure(roas - 1, 'roi')).toBe(share);
  });

  it('has a verdict that goes with its figure', async () => {
    const found = await studyOf('成本（元）', '收入（元）', [['1000.00', '997.00']]);
    expect(told(found, 'zh')).toContain('每 1 元成本收回 0.997 元，尚未回本');
  });
});
