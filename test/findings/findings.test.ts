import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { computeFunnel } from '#engine/funnels/index.ts';
import { parsePlaybook, runPlaybook } from '#engine/playbooks/index.ts';
import { computePortrait } from '#engine/portraits/index.ts';
import { computeRoi } from '#engine/roi/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { funnelFinding, portraitFinding, roiFinding, segmentFinding } from '#shared/findings/index.ts';
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
        '“制造业手机银行客户”中“主要产品：供应链融资”占 59.9%，是全部客户（10.7%）的 5.6 倍',
      );
      expect(portraitFinding(portrait.name, portrait.body, drawn, 'en')).toEqual({
        sentence:
          '"主要产品: 供应链融资" holds for 59.9% of "制造业手机银行客户", 5.6 times the share among all clients (10.7%)',
        certainty:
          '95% interval of the share: 53.1%–66.3% (Wilson), n = 207, baseline n = 2,000; TGI 562; against the rest p < 0.001 (Benjamini-Hochberg).',
      });

      const funnel = definitions.get('funnel', '贷款申请漏斗');
      const walked = (await computeFunnel(workspace, funnel.body)).result;
      expect(funnelFinding(funnel.name, funnel.body, walked, 'zh').sentence).toBe(
        '“柜台”从“预审通过”到“资料补件”只有 44.2%，其余为 90.4%，低 46.2 个百分点',
      );
      const whole = { ...funnel.body, breakdown: null };
      const all = (await computeFunnel(workspace, whole)).result;
      expect(funnelFinding(funnel.name, whole, all, 'en').sentence).toBe(
        '48.0% go all the way through "贷款申请漏斗"; most drop out from "预审通过" to "资料补件", where 80.2% go on',
      );

      const study = definitions.get('roi', '投放衰减');
      const spent = (await computeRoi(workspace, study.body)).result;
      const decay = roiFinding(study.name, study.body, spent, 'zh');
      expect(decay.sentence).toBe('“春季普惠推广”的 ROAS 每 3.0 期减半，衰减最快，第 7 期起低于盈亏线');
      expect(decay.certainty).toContain('非增量');
    }));
});

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
