import type { Locale } from '../../errors/index.ts';

interface FunnelPageWords {
  entered(unit: string): string;
  readonly clients: string;
  readonly completed: string;
  readonly overall: string;
  readonly open: string;
  readonly step: string;
  readonly reached: string;
  readonly fromPrevious: string;
  readonly interval: string;
  readonly fromFirst: string;
  readonly dropped: string;
  readonly median: string;
  readonly group: string;
  readonly empty: string;
  others(values: number): string;
  /** `leak`: one of its bars is marked. */
  figure(number: number, leak: boolean): string;
  readonly since: string;
  bracketed(text: string): string;
  table(number: number): string;
  byGroup(number: number, field: string): string;
  readonly leakMark: string;
  readonly method: string;
  leftOut(time: string, key: string): string;
  readonly formulas: readonly string[];
}

export const funnelPageWords: Readonly<Record<Locale, FunnelPageWords>> = {
  zh: {
    entered: (unit) => `进入漏斗（${unit}）`,
    clients: '户',
    completed: '走完全程',
    overall: '总转化',
    open: '窗口未到期',
    step: '步骤',
    reached: '到达',
    fromPrevious: '上一步转化',
    interval: '95% 区间',
    fromFirst: '总转化',
    dropped: '流失',
    median: '用时中位',
    group: '分组',
    empty: '（空）',
    others: (values) => `其余 ${values} 个值`,
    figure: (number, leak) => `图 ${number}　各步到达数、占第一步的比例${leak ? '；▼ 为结论所指的流失' : ''}`,
    since: '上一步转化（95% 区间）',
    bracketed: (text) => `（${text}）`,
    table: (number) => `表 ${number}　各步转化`,
    byGroup: (number, field) => `表 ${number}　按${field}比较：上一步转化（▼ 显著低于其余）`,
    leakMark: '▼',
    method: '口径：第一次满足第一步起计时，各步按先后取最早的一次；同一时刻算在后；窗口未到期的计在内并另列。',
    leftOut: (time, key) => `时间为空的 ${time} 行、编号为空的 ${key} 行未计入。`,
    formulas: [
      '总转化 = 到达该步 ÷ 到达第一步；上一步转化 = 到达该步 ÷ 到达上一步。',
      '组间比较：该组与其余在同一步的两比例 z 检验，p 值按全部组和步骤做 Benjamini-Hochberg 校正。',
    ],
  },
  en: {
    entered: (unit) => `Entered (${unit})`,
    clients: 'clients',
    completed: 'Went all the way',
    overall: 'Overall conversion',
    open: 'Window still open',
    step: 'Step',
    reached: 'Reached',
    fromPrevious: 'From step before',
    interval: '95% interval',
    fromFirst: 'Overall',
    dropped: 'Dropped',
    median: 'Median time',
    group: 'Group',
    empty: '(empty)',
    others: (values) => `${values} other values`,
    figure: (number, leak) =>
      `Figure ${number}. Entries that reached each step, and their share of the first${leak ? '; ▼ the leak that the heading tells of' : ''}`,
    since: 'from step before (95% interval)',
    bracketed: (text) => ` (${text})`,
    table: (number) => `Table ${number}. Conversion by step`,
    byGroup: (number, field) =>
      `Table ${number}. By ${field}: conversion from the step before (▼ significantly below the rest)`,
    leakMark: '▼',
    method:
      'How it was counted: time runs from the first event of the first step; each step takes its earliest event at or after the step before; entries whose window is still open are counted, and told apart.',
    leftOut: (time, key) => `${time} rows without a time and ${key} without a number are left out.`,
    formulas: [
      'Overall = reached the step ÷ reached the first. From step before = reached the step ÷ reached the one before.',
      'Groups: two-proportion z test of a group against the rest at the same step, p adjusted over all groups and steps (Benjamini-Hochberg).',
    ],
  },
};
