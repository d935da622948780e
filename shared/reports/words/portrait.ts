import type { Locale } from '../../errors/index.ts';

interface PortraitPageWords {
  readonly group: string;
  readonly baseline: { readonly all: string; readonly complement: string; segment(name: string): string };
  readonly fields: string;
  readonly topTgi: string;
  readonly field: string;
  readonly trait: string;
  readonly groupShare: string;
  readonly baseShare: string;
  readonly interval: string;
  readonly adjusted: string;
  figure(number: number): string;
  /** `chance`: some rows are grey. */
  table(number: number, chance: boolean): string;
  hidden(traits: string): string;
  readonly method: string;
  readonly formulas: readonly string[];
  definition(scope: string, baseline: string, fields: readonly string[], ruleFields: boolean): string;
}

export const portraitWords: Readonly<Record<Locale, PortraitPageWords>> = {
  zh: {
    group: '本群户数（n）',
    baseline: { all: '全部客户', complement: '其余客户', segment: (name) => `客群“${name}”` },
    fields: '比较的字段',
    topTgi: '最强特征的 TGI',
    field: '字段',
    trait: '特征',
    groupShare: '本群占比',
    baseShare: '基准占比',
    interval: '95% 区间',
    adjusted: '校正 p',
    figure: (number) => `图 ${number}　最不一样的特征：在本群与基准中的占比`,
    table: (number, chance) =>
      `表 ${number}　按差异强度从大到小排列的特征${chance ? '；灰色的可能只是偶然（校正 p ≥ 0.05）' : ''}`,
    hidden: (traits) => `另有 ${traits} 个特征，因少于 10 户或会透露这样的特征而不列出。`,
    method:
      '口径：特征按 n × |ln 平滑占比之比| 排列；空值自成一个特征；明细表上的特征指至少有一行，占比之和可超过 100%；检验总是与其余客户比较。',
    formulas: [
      'TGI = 本群占比 ÷ 基准占比 × 100。',
      '差异强度 = n × |ln（（k+0.5）/（n+1） ÷ （K+0.5）/（N+1））|，k、n 为本群，K、N 为基准。',
      '显著性：两比例 z 检验（本群与其余客户），p 值按全部特征做 Benjamini-Hochberg 校正。',
    ],
    definition: (scope, baseline, fields, ruleFields) =>
      `${scope}，对照${baseline}；字段：${fields.length === 0 ? `自动选择${ruleFields ? '' : '，不含客群规则用到的字段'}` : fields.join('、')}`,
  },
  en: {
    group: 'Clients in the group (n)',
    baseline: { all: 'all clients', complement: 'the rest', segment: (name) => `segment “${name}”` },
    fields: 'Fields compared',
    topTgi: 'TGI of the strongest trait',
    field: 'Field',
    trait: 'Trait',
    groupShare: 'Group',
    baseShare: 'Baseline',
    interval: '95% interval',
    adjusted: 'Adjusted p',
    figure: (number) =>
      `Figure ${number}. Traits that set the group apart most: share in the group and in the baseline`,
    table: (number, chance) =>
      `Table ${number}. Traits, strongest first${chance ? '; grey ones may be chance (adjusted p ≥ 0.05)' : ''}`,
    hidden: (traits) =>
      `${traits} further traits are not listed: they have fewer than 10 clients, or would give such traits away.`,
    method:
      'How it was counted: traits rank by n × |ln of the smoothed ratio|; empty is a trait of its own; on a detail table a trait means at least one row, so that shares may add up to more than 100%; the test is always against the clients outside.',
    formulas: [
      'TGI = share in the group ÷ share in the baseline × 100.',
      'Strength = n × |ln(((k+0.5)/(n+1)) ÷ ((K+0.5)/(N+1)))|, with k, n of the group and K, N of the baseline.',
      'Significance: two-proportion z test of the group against the clients outside it, p adjusted over all traits (Benjamini-Hochberg).',
    ],
    definition: (scope, baseline, fields, ruleFields) =>
      `${scope} against ${baseline}; fields: ${fields.length === 0 ? `found by themselves${ruleFields ? '' : ', without those of the rule'}` : fields.join(', ')}`,
  },
};
