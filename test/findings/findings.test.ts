import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leaksOf } from '#engine/funnels/figures.ts';
import { computeFunnel } from '#engine/funnels/index.ts';

import { parsePlaybook, runPlaybook } from '#engine/playbooks/index.ts';
import { computePortrait } from '#engine/portraits/index.ts';
import { computeRoi } from '#engine/roi/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import {
  campaignFinding,
  fastestDecay,
  funnelFinding,
  leakingStep,
  portraitFinding,
  roiFinding,
  segmentFinding,
} from '#shared/findings/index.ts';
import type { FunnelResult } from '#shared/funnels/index.ts';
import {
  type AssessedTrait,
  leadingTraits,
  type PortraitResult,
  rankedTraits,
  type Trait,
  traitClause,
} from '#shared/portraits/index.ts';
import { wilson } from '#shared/statistics/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';

const sample = join(import.meta.dirname, '../../resources/sample');

describe('findings of the sample', () => {
  it('tell the planted truths, in both languages', () =>
    withWorkspace(async (workspace) => {
      await loadSample(workspace);
      const { definitions } = workspace.catalogue;
      const portrait = definitions.get('portrait', '制造业手机银行客户画像');
      const drawn = (await computePortrait(workspace, portrait.body)).result;
      expect(portraitFinding(portrait.name, portrait.body, drawn, 'zh').sentence).toBe(
        '“制造业手机银行客户”中，主要产品为“供应链融资”的客户占 59.9%，是全部客户（10.7%）的 5.6 倍',
      );
      expect(portraitFinding(portrait.name, portrait.body, drawn, 'en')).toEqual({
        sentence:
          'For 59.9% of “制造业手机银行客户”, 主要产品 is “供应链融资”: 5.6 times the share among all clients (10.7%)',
        certainty:
          '95% interval of the share: 53.1%–66.3% (Wilson), n\u00A0=\u00A0207, baseline n\u00A0=\u00A02,000; TGI\u00A0562; against the rest p\u00A0<\u00A00.001 (Benjamini-Hochberg).',
      });

      // The screen says: of one trait, the same words and figures as the report.
      const [onScreen] = leadingTraits(drawn, 1).map((each) => traitClause(each, drawn, 'zh'));
      expect(onScreen).toBe('主要产品为“供应链融资”的客户占本群 59.9%（124/207），是基准（10.7%）的 5.6 倍');

      const funnel = definitions.get('funnel', '贷款申请漏斗');
      const walked = (await computeFunnel(workspace, funnel.body)).result;
      expect(funnelFinding(funnel.name, funnel.body, walked, 'zh').sentence).toBe(
        '“柜台”从“预审通过”到“资料补件”只有 44.2%，其余为 90.4%，低 46.2 个百分点',
      );
      expect(leakingStep(funnel.body, walked)).toBe(2);
      const whole = { ...funnel.body, breakdown: null };
      const all = (await computeFunnel(workspace, whole)).result;
      expect(funnelFinding(funnel.name, whole, all, 'en').sentence).toBe(
        '48.0% go all the way through “贷款申请漏斗”; most drop out from “预审通过” to “资料补件”, where 80.2% go on',
      );
      expect(leakingStep(whole, all)).toBe(2);

      const study = definitions.get('roi', '投放衰减');
      const spent = (await computeRoi(workspace, study.body)).result;
      const decay = roiFinding(study.name, study.body, spent, 'zh');
      expect(decay.sentence).toBe('“春季普惠推广”的 ROAS 每 2.99 周减半，衰减最快，第 7 周起低于盈亏平衡');
      expect(fastestDecay(spent)?.campaign.name).toBe('春季普惠推广');
      expect(decay.certainty).toContain('非增量');
      const [fastest] = spent.campaigns.filter(({ name }) => name === '春季普惠推广');
      if (!fastest) throw new Error('no such campaign');
      expect(campaignFinding(fastest, study.body, 'zh')).toMatch(/^春季普惠推广的 ROAS 每 2\.99 周减半（95% 区间 /);
      expect(campaignFinding(fastest, study.body, 'en')).toMatch(
        /^The ROAS of 春季普惠推广 halves every 2\.99 weeks .*\. By week .* refresh before\.$/,
      );
    }));
});

describe('the finding of a funnel', () => {
  const of = (
    entries: number[],
    groups: number[][],
    entry: string | null,
    locale: 'zh' | 'en' = 'zh',
    place?: 'window',
  ) => {
    const definition = { scope: { kind: 'all' as const }, table: 't', time: 'at', entry, steps: [], window: null };
    const options = { order: 'sequential' as const, sameTime: true, breakdown: 'g' };
    return funnelFinding('x', { ...definition, ...options }, funnelOf(entries, groups), locale, place);
  };

  it('tells neither share nor interval of under 10 clients, be it all or those of a group', () => {
    const few = of(
      [300, 5],
      [
        [100, 1],
        [200, 4],
      ],
      null,
    );
    expect(few).toEqual({
      sentence: '“x”走完全程的少于 10 户，流失最多的是“0”到“1”，走到下一步的少于 10 户',
      certainty: '',
    });
    expect(of([300, 5], [], null, 'en').sentence).toBe(
      'Fewer than 10 clients go all the way through “x”; most drop out from “0” to “1”, where fewer than 10 go on',
    );
    expect(
      of(
        [400, 206],
        [
          [100, 5],
          [300, 201],
        ],
        null,
      ).sentence,
    ).toMatch(/^“x”总转化 51\.5%/);
    expect(
      of(
        [400, 221],
        [
          [100, 20],
          [300, 201],
        ],
        null,
      ).sentence,
    ).toMatch(/^“g0”从“0”到“1”只有 20\.0%/);
  });

  it('tells in the window of few, whose counts stand there below it', () => {
    expect(of([8, 4], [], null).sentence).toBe('“x”的第一步少于 10 户，不予显示');
    expect(of([8, 4], [], null, 'zh', 'window').sentence).toBe(
      '“x”总转化 50.0%，流失最多的是“0”到“1”，只有 50.0% 走到下一步',
    );
    expect(of([1000, 995], [], null, 'en', 'window').sentence).toMatch(/where 99\.5% go on$/);
  });

  it('tells no share that subtraction turns into under 10 clients who dropped out', () => {
    expect(of([1000, 995, 500], [], null).sentence).toBe(
      '“x”总转化 50.0%，流失最多的是“1”到“2”，只有 50.3% 走到下一步',
    );
    expect(of([1000, 500, 495], [], null).sentence).toBe('“x”流失最多的是“0”到“1”，只有 50.0% 走到下一步');
    expect(of([1000, 995], [], null).sentence).toBe('“x”各步流失都不足 10 户');
    expect(of([1000, 995], [], null, 'en').sentence).toBe('Each step of “x” loses fewer than 10 clients');
    expect(of([1000, 1000], [], null).sentence).toBe('“x”的 1,000 个都走完了全程');
  });

  it('tells nothing of a rest under 10 beside a leak, nor an interval that only a few can have', () => {
    const leaking = of(
      [1060, 29],
      [
        [1000, 20],
        [60, 9],
      ],
      null,
    );
    expect(leaking.sentence).toMatch(/^“x”总转化/);
    expect(of([100, 7, 0], [], null)).toEqual({
      sentence: '“x”流失最多的是“0”到“1”，走到下一步的少于 10 户',
      certainty: '',
    });
  });

  it('tells of loan numbers and the like however few they are', () => {
    expect(of([300, 5], [], 'loan').sentence).toMatch(/^“x”总转化 1\.7%/);
    expect(
      of(
        [400, 206],
        [
          [100, 5],
          [300, 201],
        ],
        'loan',
      ).sentence,
    ).toMatch(/^“g0”从“0”到“1”只有 5\.0%/);
  });
});

/** So many at each step, in all and in each group. */
function funnelOf(entries: number[], groups: number[][]): FunnelResult {
  const conversion = (k: number, n: number) => ({ share: k / n, interval: wilson(k, n) });
  const named = groups.map((each, at) => ({ value: `g${at}`, others: 0, entries: each }));
  return {
    steps: entries.map((count, i) => ({
      name: String(i),
      ...{ entries: count, clients: count, dropped: 0, droppedClients: 0, waiting: null },
      fromPrevious: conversion(count, entries[i - 1] ?? count),
      fromFirst: conversion(count, entries[0] ?? count),
    })),
    ...{ open: null, until: null, withoutTime: 0, withoutKey: 0 },
    groups: named,
    leaks: leaksOf(named),
  };
}

describe('the finding of a portrait', () => {
  const told = (result: PortraitResult, locale: 'zh' | 'en' = 'zh') =>
    portraitFinding(
      'x',
      { scope: { kind: 'all' }, baseline: { kind: 'all' }, dimensions: [], ruleFields: false },
      result,
      locale,
    ).sentence;

  it('names no rest of values, and nothing of which chance may be the cause', () => {
    const rest: Trait = { kind: 'others', except: ['a'], values: 3 };
    const result = portraitOf([
      traitOf(rest, [90, 100], { strength: 9, adjusted: 0.01 }),
      traitOf({ kind: 'value', value: 'b' }, [80, 100], { strength: 8, adjusted: 0.05 }),
    ]);
    expect(told(result)).toBe('“x”的 100 户与其余客户没有显著差别');
    expect(leadingTraits(result, 9)).toEqual([]);
  });

  it('tells of what is empty only where nothing else is to be told', () => {
    const empty = traitOf({ kind: 'empty' }, [0, 100], { strength: 90, adjusted: 0.001 });
    const value = traitOf({ kind: 'value', value: 'b' }, [80, 100], { strength: 8, adjusted: 0.001 });
    expect(leadingTraits(portraitOf([empty]), 9).map(({ trait }) => trait)).toEqual([empty]);
    expect(leadingTraits(portraitOf([empty, value]), 9).map(({ trait }) => trait)).toEqual([value]);
    expect(rankedTraits(portraitOf([empty, value])).map(({ trait }) => trait)).toEqual([value, empty]);
  });

  it('says which way a trait points, up to twice the baseline without a factor', () => {
    const value: Trait = { kind: 'value', value: 'b' };
    const sentences = [60, 30, 10].map((group) =>
      told(portraitOf([traitOf(value, [group, 300], { strength: 5, adjusted: 0.001 })])),
    );
    expect(sentences).toEqual([
      '“x”中，f为“b”的客户占 60.0%，是全部客户（30.0%）的 2.0 倍',
      '“x”中，f为“b”的客户占 30.0%，等于全部客户的 30.0%',
      '“x”中，f为“b”的客户占 10.0%，低于全部客户的 30.0%',
    ]);
  });

  it('tells no share that the table hides, be it only so that another cannot be worked out', () => {
    const few = traitOf({ kind: 'value', value: 'few' }, [5, 400], { strength: 9, adjusted: 0.001 });
    const next = traitOf({ kind: 'value', value: 'next' }, [35, 100], { strength: 8, adjusted: 0.001 });
    const most = traitOf({ kind: 'value', value: 'most' }, [60, 500], { strength: 7, adjusted: 0.001 });
    expect(told(portraitOf([few, next, most]))).toContain('f为“most”的客户占 60.0%');
  });

  it('tells no share that all but a few of those who have it are in the group', () => {
    const nearlyAll = traitOf({ kind: 'value', value: 'a' }, [80, 83], { strength: 9, adjusted: 0.001 });
    const other = traitOf({ kind: 'value', value: 'b' }, [20, 917], { strength: 8, adjusted: 0.001 });
    expect(told(portraitOf([nearlyAll, other]))).toBe('“x”的 100 户与其余客户没有显著差别');
  });

  it('shows nothing where the group, its baseline or what is outside it is under 10 clients', () => {
    const one = traitOf({ kind: 'value', value: 'b' }, [60, 300], { strength: 5, adjusted: 0.001 });
    const of = (group: number, baseline: number, rest: number) =>
      told({ ...portraitOf([one]), sizes: { group, baseline, rest } });
    expect([of(9, 1000, 991), of(1995, 2000, 5), of(100, 7, 500)]).toEqual([
      '“x”少于 10 户，特征不予显示',
      '“x”以外的客户少于 10 户，特征不予显示',
      '“x”的基准少于 10 户，特征不予显示',
    ]);
  });

  it.each(['zh', 'en'] as const)('of nobody to compare with, or of no field, is a sentence (%s)', (locale) => {
    const one = traitOf({ kind: 'value', value: 'b' }, [60, 300], { strength: 5, adjusted: null });
    const of = (group: number, baseline: number, rest: number, traits: AssessedTrait[]) =>
      told({ ...portraitOf(traits), sizes: { group, baseline, rest } }, locale);
    const sentences = [of(0, 1000, 1000, [one]), of(100, 0, 0, [one]), of(100, 100, 0, [one])];
    const whole = portraitOf([]);
    sentences.push(told({ ...whole, dimensions: [] }, locale));
    expect(new Set(sentences).size).toBe(4);
    for (const sentence of sentences) expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/);
  });
});

/** A trait that so many of 100 clients in the group have, and of 1,000 in the baseline. */
function traitOf(
  trait: Trait,
  [group, baseline]: [number, number],
  assessed: Pick<AssessedTrait, 'strength' | 'adjusted'>,
): AssessedTrait {
  const shares = { group: group / 100, baseline: baseline / 1000, rest: (baseline - group) / 900 };
  return {
    trait,
    counts: { group, baseline, rest: baseline - group },
    shares,
    intervals: { group: wilson(group, 100), baseline: wilson(baseline, 1000) },
    tgi: (shares.group / shares.baseline) * 100,
    p: assessed.adjusted,
    ...assessed,
  };
}

function portraitOf(traits: AssessedTrait[]): PortraitResult {
  const known = { group: 100, baseline: 1000, rest: 900 };
  const field = { table: 't', field: 'f' };
  const dimension = {
    field,
    type: 'text' as const,
    form: 'values' as const,
    known,
    numbers: null,
    traits,
    strength: 9,
  };
  return { sizes: known, small: false, dimensions: [dimension], skipped: [] };
}

describe('a finding', () => {
  it.each(['zh', 'en'] as const)(
    'of nothing, of few and of everybody is a sentence without figures that tell (%s)',
    (locale) => {
      const sentences = [
        segmentFinding('x', { clients: 0, base: 0, share: null }, locale),
        segmentFinding('x', { clients: 7, base: 100, share: 0.07 }, locale),
        segmentFinding('x', { clients: 93, base: 100, share: 0.93 }, locale),
      ].map(({ sentence }) => sentence);
      for (const sentence of sentences) expect(sentence).not.toMatch(/7|93|NaN|undefined|null/);
      expect(new Set(sentences).size).toBe(2);
    },
  );
});

async function loadSample(workspace: Workspace): Promise<void> {
  const playbook = parsePlaybook(await readFile(join(sample, 'playbook.json'), 'utf8'), 'playbook.json');
  await runPlaybook(workspace, { ...playbook, reports: [] }, { dataDir: join(sample, 'data'), reports: false });
}
