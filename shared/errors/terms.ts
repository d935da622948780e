type Words = Readonly<Record<'zh' | 'en', string>>;
type Terms = Readonly<Record<string, Words>>;

const kind: Terms = {
  recipe: { zh: '清洗方案', en: 'recipe' },
  match: { zh: '名单合并', en: 'merged list' },
  clients: { zh: '客户清单', en: 'client list' },
  features: { zh: '特征', en: 'features' },
  portrait: { zh: '画像', en: 'portrait' },
  segment: { zh: '客群', en: 'segment' },
  roi: { zh: '投放分析', en: 'ROI study' },
  funnel: { zh: '漏斗', en: 'funnel' },
  report: { zh: '报告', en: 'report' },
};

/** The words that the window uses for them too. */
const type: Terms = {
  text: { zh: '文本', en: 'text' },
  integer: { zh: '整数', en: 'whole number' },
  number: { zh: '小数', en: 'number' },
  decimal: { zh: '定点小数', en: 'decimal' },
  date: { zh: '日期', en: 'date' },
  timestamp: { zh: '日期时间', en: 'date and time' },
  time: { zh: '时间', en: 'time' },
  boolean: { zh: '是/否', en: 'yes/no' },
  other: { zh: '其他', en: 'other' },
  empty: { zh: '空值', en: 'empty' },
};

/** Parameters of sentences whose values are names from the code, which no reader should see. */
const terms = new Map<string, Terms>([
  ['kind', kind],
  ['type', type],
]);

/** The words for a parameter's value where the parameter is a closed list; undefined where the value stands for itself. */
export function termOf(parameter: string, value: string | number): Words | undefined {
  const words = terms.get(parameter);
  return words && Object.hasOwn(words, value) ? words[value] : undefined;
}
