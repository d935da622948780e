import type { Locale } from '../../errors/index.ts';
import type { DecayFit } from '../../roi/index.ts';

interface RoiPageWords {
  readonly cost: string;
  readonly return: string;
  readonly campaign: string;
  /** An amount with its unit, if it has one. */
  amount(value: string, unit: string): string;
  halfLife(unit: string): string;
  readonly payback: string;
  readonly refreshBy: string;
  readonly fit: string;
  figure(number: number, measure: string): string;
  table(number: number): string;
  breakEven(value: string): string;
  more(count: number): string;
  noFit(kind: Exclude<DecayFit['kind'], 'decays'>, needed: number, unit: string): string;
  at(unit: string, period: number): string;
  readonly notYet: string;
  readonly never: string;
  beyond(period: string): string;
  axis(unit: string): string;
  readonly method: string;
  readonly revenue: string;
  mixed(cost: string, returned: string): string;
  oneUnit(field: string, unit: string): string;
  bracketed(text: string): string;
  leftOut(rows: string): string;
  readonly formulas: readonly string[];
  definition(table: string, cost: string, returned: string, period: string, campaign: string | null): string;
}

export const roiWords: Readonly<Record<Locale, RoiPageWords>> = {
  zh: {
    cost: '成本',
    return: '收益',
    campaign: '活动',
    amount: (value, unit) => `${value} ${unit}`.trim(),
    halfLife: (unit) => `半衰期，${unit.replace('个', '')}（95% 区间）`,
    payback: '回本期',
    refreshBy: '更新期',
    fit: 'R²',
    figure: (number, measure) => `图 ${number}　各期 ${measure}（点）与拟合的衰减曲线（线）`,
    table: (number) => `表 ${number}　各活动的成本、收益与衰减`,
    breakEven: (value) => `盈亏平衡 ${value}`,
    more: (count) => `另有 ${count} 个活动未列出。`,
    noFit: (kind, needed, unit) =>
      kind === 'tooFewPoints' ? `不足 ${needed} ${unit}，不拟合` : kind === 'doesNotDecay' ? '不衰减' : '无法拟合',
    notYet: '未回本',
    never: '—',
    at: (unit, period) => `第 ${period} ${unit}`,
    beyond: (period) => `${period}之后`,
    axis: (unit) => `上线后第几${unit}`,
    method: '口径：ROAS = 收益 ÷ 成本，ROI =（收益 − 成本）÷ 成本；没有对照组，不是增量；成本不大于零的期不计比率。',
    revenue: '收益是收入：ROI 把全部收入当作毛利。',
    mixed: (cost, returned) => `成本以${cost}计，收益以${returned}计，收益先换算为${cost}再与成本相比。`,
    oneUnit: (field, unit) =>
      `只有“${field}”写明了单位（${unit}），另一个字段没有写明：金额与比率都未换算，不判断是否回本，也不画盈亏平衡线。`,
    bracketed: (text) => `（${text}）`,
    leftOut: (rows) => `缺期次、成本或收益的 ${rows} 行未计入。`,
    formulas: [
      'ROAS = 收益 ÷ 成本；ROI =（收益 − 成本）÷ 成本；累计比率为累计金额之比。',
      '衰减：a·e^(−λt)，以成本加权的最小二乘，原始尺度；半衰期 = ln2 ÷ λ；区间为残差自助法。',
    ],
    definition: (table, cost, returned, period, campaign) =>
      `${table}：成本“${cost}”，收益“${returned}”，期次“${period}”${campaign === null ? '' : `，按“${campaign}”分开`}`,
  },
  en: {
    cost: 'Cost',
    return: 'Return',
    campaign: 'Campaign',
    // CNY 7.93 m
    amount: (value, unit) =>
      unit.startsWith('CNY') ? `CNY ${value}${unit.slice('CNY'.length)}` : `${value} ${unit}`.trim(),
    halfLife: (unit) => `Half-life, ${unit} (95% interval)`,
    payback: 'Payback',
    refreshBy: 'Refresh by',
    fit: 'R²',
    figure: (number, measure) => `Figure ${number}. ${measure} by period (dots) with the fitted decay (lines)`,
    table: (number) => `Table ${number}. Cost, return and decay by campaign`,
    breakEven: (value) => `break-even ${value}`,
    more: (count) => `${count} more campaigns are not listed.`,
    noFit: (kind, needed, unit) =>
      kind === 'tooFewPoints'
        ? `under ${needed} ${unit}: no fit`
        : kind === 'doesNotDecay'
          ? 'does not decay'
          : 'no fit',
    notYet: 'not yet',
    never: '—',
    at: (unit, period) => `${unit} ${period}`,
    beyond: (period) => `after ${period}`,
    axis: (unit) => `${unit} since launch`,
    method:
      'How it was counted: ROAS = return ÷ cost, ROI = (return − cost) ÷ cost; there is no control group, so nothing here is incremental; periods without a cost above zero have no ratio.',
    revenue: 'The return is revenue: ROI takes all of it for margin.',
    mixed: (cost, returned) =>
      `Cost is in ${cost}, return in ${returned}; the return was converted to ${cost} before it was compared.`,
    oneUnit: (field, unit) =>
      `Only “${field}” names its unit (${unit}), the other field names none: neither amounts nor ratios are converted, whether the cost has come back is not said, and no break-even line is drawn.`,
    bracketed: (text) => ` (${text})`,
    leftOut: (rows) => `${rows} rows without a period, cost or return are left out.`,
    formulas: [
      'ROAS = return ÷ cost; ROI = (return − cost) ÷ cost; cumulative ratios are those of cumulative amounts.',
      'Decay: a·e^(−λt) by least squares weighted by cost, on the original scale; half-life = ln2 ÷ λ; interval by residual bootstrap.',
    ],
    definition: (table, cost, returned, period, campaign) =>
      `${table}: cost “${cost}”, return “${returned}”, period “${period}”${campaign === null ? '' : `, by “${campaign}”`}`,
  },
};
