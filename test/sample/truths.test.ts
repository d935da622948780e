import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { campaigns, crossBorder, leak, lift } from '#engine/sample/truths.ts';
import { documentedLines } from './support/documented.ts';
import { fittedDefaults, isDefaulted, traitFields, traits } from './support/facts.ts';
import { fittedHalfLife, funnel, lifts, plantedWeights, weeks } from './support/figures.ts';
import { type Client, shipped, uniqueClients } from './support/portfolio.ts';
import { independence, rankSum } from './support/statistics.ts';

const clients = uniqueClients(shipped);

describe('planted lifts', () => {
  it('rank first, by what portraits rank by and by TGI', async () => {
    const [mobile, crossing] = await lifts(shipped);
    expect(mobile?.first).toMatchObject({ field: '主要产品', value: lift.product });
    expect(crossing?.first).toMatchObject({ field: '主要产品', value: crossBorder.product });
    // By TGI the planted traits are first even among the fields that define the group.
    for (const { group, first } of [mobile, crossing].flatMap((found) => found ?? [])) {
      const byTgi = traits(clients, group, traitFields).sort((a, b) => b.tgi - a.tgi);
      expect(byTgi[0]?.value).toBe(first?.value);
    }
  });

  it('are there at the planted rates', () => {
    const mobile = clients.filter((client) => client.行业 === lift.industry && client.常用渠道 === lift.channel);
    const rest = clients.filter((client) => !mobile.includes(client));
    const share = (group: readonly Client[]) =>
      group.filter((client) => client.主要产品 === lift.product).length / group.length;
    expect(Math.abs(share(mobile) - lift.inside)).toBeLessThan(0.07);
    expect(Math.abs(share(rest) - lift.outside)).toBeLessThan(0.015);
  });
});

describe('the leaking step', () => {
  it('leaks in one channel only', () => {
    for (const [channel, counts] of funnel(shipped)) {
      const rate = (counts[2] ?? 0) / (counts[1] ?? 1);
      if (channel === leak.channel) expect(Math.abs(rate - leak.passes)).toBeLessThan(0.06);
      else if (channel !== '') expect(rate).toBeGreaterThan(0.85);
    }
  });

  it('is the only place where 柜台 differs', () => {
    const counts = funnel(shipped);
    const rates = (channel: string) =>
      (counts.get(channel) ?? []).map((count, step, all) => (step === 0 ? 1 : count / (all[step - 1] ?? 1)));
    const [counter, all] = [rates(leak.channel), rates('')];
    counter.forEach((rate, step) => {
      if (step !== 2) expect(Math.abs(rate - (all[step] ?? 0))).toBeLessThan(0.05);
    });
  });
});

describe('campaigns', () => {
  it('give back their half-lives within 5 %, weighted by spend or not', async () => {
    const all = await weeks(shipped);
    for (const { name, halfLife, periods } of campaigns) {
      if (halfLife === null || periods < 6) continue;
      for (const weighted of [true, false]) {
        expect(Math.abs(fittedHalfLife(all, name, weighted) / halfLife - 1), name).toBeLessThan(0.05);
      }
    }
  });

  it('have one that does not decay and one with too few weeks', async () => {
    const all = await weeks(shipped);
    expect(fittedHalfLife(all, '品牌形象投放')).toBeGreaterThan(240);
    expect(all.filter((week) => week.campaign === '商圈地推').length).toBe(4);
  });
});

describe('default', () => {
  it('gives back the planted weights within two standard errors, each of them significant', () => {
    fittedDefaults(clients).forEach(({ name, estimate, error }, i) => {
      expect(Math.abs(estimate - (plantedWeights[i] ?? 0)) / error, name).toBeLessThan(2);
      expect(Math.abs(estimate) / error, name).toBeGreaterThan(1.96);
    });
  });

  const bad = clients.map(isDefaulted);

  it.each(['地区', '分支机构', '通知偏好', '客户经理工号'])('has nothing to do with %s', (field) => {
    expect(
      independence(
        clients.map((client) => client[field] ?? ''),
        bad,
      ),
    ).toBeGreaterThan(0.2);
  });

  it.each(['员工人数', '授信额度（万元）', '成立日期', '开户日期'])('has nothing to do with %s', (field) => {
    const known = clients.filter((client) => client[field] !== '');
    const number = (text = '') => (text.includes('-') ? Date.parse(text) : Number(text));
    expect(
      rankSum(
        known.map((client) => number(client[field])),
        known.map(isDefaulted),
      ),
    ).toBeGreaterThan(0.2);
  });

  it('tells no other risk signal from none', () => {
    const quiet = clients.filter((client) => ['无', '关联方预警', '股权质押'].includes(client.风险信号 ?? ''));
    expect(
      independence(
        quiet.map((client) => client.风险信号 ?? ''),
        quiet.map(isDefaulted),
      ),
    ).toBeGreaterThan(0.2);
  });
});

describe('docs/sample-portfolio.md', () => {
  it('lists the figures as they are', async () => {
    const text = readFileSync(join(import.meta.dirname, '../../docs/sample-portfolio.md'), 'utf8');
    expect((await documentedLines(shipped)).filter((line) => !text.includes(line))).toEqual([]);
  });
});
