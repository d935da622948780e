/** The planted truths, with the parameters that docs/sample-portfolio.md lists. Changing one changes every sample file. */

/** 制造业 clients that prefer 手机银行 mostly have 供应链融资 as their main product; hardly anyone else does. */
export const lift = {
  industry: '制造业',
  channel: '手机银行',
  product: '供应链融资',
  inside: 0.62,
  outside: 0.04,
} as const;

/** Clients with a 跨境结算 transaction mostly have 出口押汇: a lift in a group that only the transactions show. */
export const crossBorder = { product: '出口押汇', transaction: '跨境结算', inside: 0.6, outside: 0.02 } as const;

/** Log-odds of 是否违约. Every field that is not named here has no part in it. */
export const defaultModel = {
  intercept: -3.6,
  /** For each 10 points of 资产负债率（%） above 58. */
  leverage: 0.4,
  /** For each of 近12月逾期次数. */
  overdue: 0.6,
  /** For the use of the credit line (余额 / 授信额度), less one half. */
  utilisation: 1,
  cashFlow: { signal: '现金流下滑', weight: 1.3 },
  lawsuit: { signal: '涉诉', weight: 0.9 },
  construction: { industry: '建筑业', weight: 0.7 },
  /** Both together; neither alone does anything. */
  interaction: { industry: '批发和零售业', channel: '第三方平台', weight: 1.5 },
} as const;

/** Steps of an application with the share that reaches each from the one before. */
export const funnelSteps = [
  { event: '提交申请', passes: 1, medianHours: 0 },
  { event: '预审通过', passes: 0.82, medianHours: 6 },
  { event: '资料补件', passes: 0.9, medianHours: 30 },
  { event: '授信审批', passes: 0.85, medianHours: 48 },
  { event: '签约', passes: 0.92, medianHours: 36 },
  { event: '放款', passes: 0.96, medianHours: 12 },
] as const;

/** The step that leaks, in one channel only. */
export const leak = { channel: '柜台', event: '资料补件', passes: 0.42 } as const;

export interface Campaign {
  name: string;
  channel: string;
  /** Monday of the first week. */
  start: string;
  periods: number;
  /** ROAS at launch, that is in period 0; it halves every `halfLife` weeks. */
  launch: number;
  /** Weeks; null for one that does not decay. */
  halfLife: number | null;
  weeklyCost: number;
}

/** Relative standard deviation of a period's ROAS around its curve. */
export const campaignNoise = 0.02;

export const campaigns: readonly Campaign[] = [
  {
    name: '春季普惠推广',
    channel: '手机银行',
    start: '2026-03-02',
    periods: 16,
    launch: 5,
    halfLife: 3,
    weeklyCost: 80_000,
  },
  {
    name: '供应链生态计划',
    channel: '客户经理',
    start: '2026-02-02',
    periods: 26,
    launch: 4,
    halfLife: 6,
    weeklyCost: 120_000,
  },
  {
    name: '税贷直通车',
    channel: '网上银行',
    start: '2025-12-01',
    periods: 40,
    launch: 3.2,
    halfLife: 12,
    weeklyCost: 60_000,
  },
  {
    name: '品牌形象投放',
    channel: '第三方平台',
    start: '2026-04-06',
    periods: 24,
    launch: 1.2,
    halfLife: null,
    weeklyCost: 45_000,
  },
  { name: '商圈地推', channel: '柜台', start: '2026-10-05', periods: 4, launch: 2.5, halfLife: 5, weeklyCost: 30_000 },
];
