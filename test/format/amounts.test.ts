import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyFactors, moneyOf, moneyUnits, yuanName, yuanOf } from '#shared/format/index.ts';

const written = (
  cost: string,
  back: string,
  amounts: readonly [string | number, string | number],
  locale: 'zh' | 'en',
) => {
  const money = moneyOf({ cost, return: back }, [{ cost: amounts[0], return: amounts[1] }], locale);
  return [money.cost(amounts[0]), money.back(amounts[1]), money.unit];
};

describe('amounts', () => {
  it('take their unit from the name of their field', () => {
    const fields = ['投放成本（元）', '成本( 万元 )', '收入（亿元）', '万元成本', 'cost (USD)'];
    expect(fields.map(yuanOf)).toEqual(['元', '万元', '亿元', null, null]);
  });

  it('are brought to one unit where both fields name one', () => {
    const pair = (cost: string, back: string) => ({ cost, return: back });
    expect(moneyFactors(pair('a（元）', 'b（万元）'))).toEqual({ cost: 1, return: 1e4 });
    expect(moneyFactors(pair('a（亿元）', 'b（万元）'))).toEqual({ cost: 1e4, return: 1 });
    for (const none of [
      pair('a（万元）', 'b（万元）'),
      pair('a（万元）', 'b'),
      pair('a', 'b（亿元）'),
      pair('a', 'b'),
    ]) {
      expect(moneyFactors(none)).toEqual({ cost: 1, return: 1 });
    }
    expect(moneyUnits(pair('a', 'b（亿元）'))).toEqual({ kind: 'one', field: 'b（亿元）', unit: '亿元' });
    expect((['元', '万元', '亿元'] as const).map((unit) => yuanName(unit, 'en'))).toEqual([
      'CNY',
      'CNY 10k',
      'CNY 100m',
    ]);
  });

  it('stand as they are where one field names a unit and the other none', () => {
    expect(written('成本（万元）', 'back', ['120.50', 1_800_000], 'zh')).toEqual(['120.50', '1,800,000.00', '']);
    expect(written('cost', '收入（万元）', ['1200000', '180'], 'en')).toEqual(['1,200,000.00', '180.00', '']);
  });

  it('in 万元 are not taken for 元, and two fields with different units are written in one', () => {
    expect(written('成本（万元）', '收入（元）', ['124.10', '1478000.00'], 'zh')).toEqual(['124.1', '147.8', '万元']);
    expect(written('成本（万元）', '收入（元）', ['124.10', '1478000.00'], 'en')).toEqual(['1.24', '1.48', 'CNY m']);
  });

  it('of fields that name no unit are shortened without one', () => {
    expect(written('cost', 'back', ['0', 25_000], 'zh')).toEqual(['0', '2.50', '万']);
    expect(written('cost', 'back', [1, -999], 'en')).toEqual(['1', '−999', '']);
  });

  it('keep three digits that say something, all with as many decimals', () => {
    expect(written('成本（元）', '收入（元）', ['130000', '7934000'], 'en')).toEqual(['0.130', '7.934', 'CNY m']);
    expect(written('成本（元）', '收入（元）', ['12300', '7934000'], 'en')).toEqual(['0.0123', '7.9340', 'CNY m']);
    expect(written('成本（元）', '收入（元）', ['79700', '1240000'], 'zh')).toEqual(['7.97', '124.00', '万元']);
    // One that is far less than the others keeps its digits by itself.
    expect(written('成本（元）', '收入（元）', ['1234', '7934000'], 'en')).toEqual(['0.00123', '7.93', 'CNY m']);
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1e9 }), fc.integer({ min: 100, max: 1e9 }), (one, two) => {
        const [cost = '', , unit = ''] = written('a（元）', 'b（元）', [one, two], 'en');
        const yuan = { 'CNY m': 1e6, 'CNY k': 1e3 }[unit] ?? 1;
        expect(Math.abs(Number(cost.replaceAll(',', '')) * yuan - one) / one).toBeLessThanOrEqual(0.00501);
      }),
      { numRuns: 200 },
    );
  });

  it('keep what would round to nothing, and do not overflow', () => {
    expect(written('cost', 'back', [1e9, 3], 'zh')).toEqual(['10.00', '0.00000003', '亿']);
    expect(written('成本（亿元）', '收入（亿元）', [1e305, 1], 'zh')[0]).not.toContain('Infinity');
  });
});
