import { beforeAll, describe, expect, it } from 'vitest';
import { type FunnelResult, funnelResultSchema } from '#shared/funnels/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { resultOf, run } from '../playbooks/support.ts';
import { funnel } from './support/figures.ts';
import { playbook } from './support/playbook.ts';
import { shipped } from './support/portfolio.ts';

describe('the funnel of the sample playbook', () => {
  let result: FunnelResult;
  beforeAll(async () => {
    const { data, clients, funnels } = playbook;
    result = await withWorkspace(async (workspace) => {
      const { results } = await run(workspace, shipped, { data, clients, funnels });
      return funnelResultSchema.parse(resultOf(results, 'funnel', '贷款申请漏斗'));
    });
  });

  it('counts what is planted, for all and by 渠道', () => {
    const planted = new Map(funnel(shipped));
    expect(result.steps.map(({ entries }) => entries)).toEqual([1878, 1518, 1217, 1034, 937, 902]);
    expect(result.steps.map(({ entries }) => entries)).toEqual(planted.get(''));
    planted.delete('');
    expect(new Map(result.groups?.map(({ value, entries }) => [value, entries]))).toEqual(planted);
  });

  it('finds the planted leak, and ranks it first', () => {
    const [leak] = result.leaks;
    expect(result.groups?.[leak?.group ?? -1]?.value).toBe('柜台');
    expect(leak).toMatchObject({ step: 2, n: 335, restN: 1183 });
    expect(leak?.share).toBeCloseTo(148 / 335, 12);
    expect(leak?.rest).toBeCloseTo(1069 / 1183, 12);
    expect(leak?.adjusted).toBeLessThan(1e-50);
  });

  it('finds no other', () => {
    expect(result.leaks.slice(1)).toEqual([]);
  });
});
