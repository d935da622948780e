import type { Locale } from '../errors/index.ts';
import { formatCount, formatDecimal, formatShare } from '../format/index.ts';
import type { FindingKind, QualityFinding } from './findings.ts';
import type { Assessment } from './result.ts';
import type { ValidityTest } from './tests.ts';

/** What validity tests are called. */
export const testNames: Readonly<Record<Locale, Readonly<Record<ValidityTest, string>>>> = {
  zh: {
    idNumber: '身份证号',
    creditCode: '信用代码',
    card: '银行卡号',
    phone: '电话',
    email: '邮箱',
    date: '日期',
    pastDate: '非未来',
  },
  en: {
    idNumber: 'ID number',
    creditCode: 'credit code',
    card: 'card number',
    phone: 'telephone',
    email: 'e-mail',
    date: 'date',
    pastDate: 'not in future',
  },
};

/** What was found, as a sentence without a full stop. */
export function findingText(finding: QualityFinding, { fields }: Pick<Assessment, 'fields'>, locale: Locale): string {
  const { kind, rows, figure, detail } = finding;
  const [field = '', other = ''] = finding.fields;
  const test = fields.find((each) => each.field === field)?.test;
  const isCount = kind === 'highCardinality' || kind === 'stale';
  return sentences[locale][kind]({
    ...{ field, other, detail },
    test: test ? testNames[locale][test.kind] : '',
    rows: rowsIn[locale](rows ?? 0),
    share: formatShare(figure),
    figure: isCount ? formatCount(figure) : formatDecimal(figure, 2),
  });
}

interface Said {
  readonly field: string;
  readonly other: string;
  readonly test: string;
  readonly detail: string;
  readonly rows: string;
  readonly share: string;
  readonly figure: string;
}

const rowsIn: Readonly<Record<Locale, (rows: number) => string>> = {
  zh: (rows) => `${formatCount(rows)} 行`,
  en: (rows) => `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`,
};

const sentences: Readonly<Record<Locale, Readonly<Record<FindingKind, (said: Said) => string>>>> = {
  zh: {
    empty: ({ field }) => `${field}：没有一个值`,
    incomplete: ({ field, rows, share }) => `${field}：${rows}（${share}）为空`,
    invalid: ({ field, test, rows, share }) => `${field}：${rows}（${share}）通不过“${test}”检验`,
    code: ({ field, detail, rows, share }) => `${field}：${rows}（${share}）是占位值 ${detail}`,
    duplicateKey: ({ field, rows }) => `${field}：${rows}与前面的值重复`,
    duplicateRows: ({ rows, share }) => `${rows}（${share}）与前面的行完全相同`,
    spaces: ({ field, rows }) => `${field}：${rows}带有多余的空格`,
    width: ({ field, rows }) => `${field}：${rows}有全角字母或数字`,
    spelling: ({ field, detail, rows }) => `${field}：${rows}写法与多数不同${detail && `（${detail}）`}`,
    mixedForms: ({ field, detail, rows }) => `${field}：有几种写法（${detail}），${rows}与最常见的一种不同`,
    textForms: ({ field, detail }) => `${field}：文本里都是 ${detail} 样的值`,
    constant: ({ field }) => `${field}：所有行都是同一个值`,
    nearlyConstant: ({ field, share }) => `${field}：${share} 的行是同一个值`,
    highCardinality: ({ field, figure }) => `${field}：约 ${figure} 个不同的值`,
    skewed: ({ field, figure }) => `${field}：分布偏斜，分位数偏度 ${figure}`,
    correlated: ({ field, other, figure }) => `${field} 与 ${other}：几乎说同一件事，ρ = ${figure}`,
    untested: ({ field, test }) => `${field}：按名称像“${test}”，内容不像，没有检验`,
    stale: ({ field, detail, figure }) => `${field}：最新日期 ${detail}，距截至日 ${figure} 天`,
  },
  en: {
    empty: ({ field }) => `${field}: not a single value`,
    incomplete: ({ field, rows, share }) => `${field}: empty in ${rows} (${share})`,
    invalid: ({ field, test, rows, share }) => `${field}: fails the test “${test}” in ${rows} (${share})`,
    code: ({ field, detail, rows, share }) => `${field}: placeholder ${detail} in ${rows} (${share})`,
    duplicateKey: ({ field, rows }) => `${field}: repeats an earlier value in ${rows}`,
    duplicateRows: ({ rows, share }) => `The same as an earlier row: ${rows} (${share})`,
    spaces: ({ field, rows }) => `${field}: extra spaces in ${rows}`,
    width: ({ field, rows }) => `${field}: full-width letters or digits in ${rows}`,
    spelling: ({ field, detail, rows }) => `${field}: spelt unlike most in ${rows}${detail && ` (${detail})`}`,
    mixedForms: ({ field, detail, rows }) =>
      `${field}: written in several ways (${detail}), unlike the most frequent one in ${rows}`,
    textForms: ({ field, detail }) => `${field}: text that is all like ${detail}`,
    constant: ({ field }) => `${field}: the same value in every row`,
    nearlyConstant: ({ field, share }) => `${field}: the same value in ${share} of the rows`,
    highCardinality: ({ field, figure }) => `${field}: about ${figure} different values`,
    skewed: ({ field, figure }) => `${field}: skewed, quantile skew ${figure}`,
    correlated: ({ field, other, figure }) => `${field} and ${other} say nearly the same, ρ = ${figure}`,
    untested: ({ field, test }) => `${field}: named like a ${test}, holds something else, not tested`,
    stale: ({ field, detail, figure }) => `${field}: newest date ${detail}, ${figure} days before the as-of date`,
  },
};

/** What to do about it. */
export const findingAdvice: Readonly<Record<Locale, Readonly<Record<FindingKind, string>>>> = {
  zh: {
    empty: '不用它，或向来源系统询问为何没有导出。',
    incomplete: '分析时空值会被排除；需要时用清洗方案填充，或向来源系统补数。',
    invalid: '看这些行，多半是录入错误；改正来源，或在清洗方案里筛掉。',
    code: '占位值会歪曲平均值和分组：在清洗方案里替换为空。',
    duplicateKey: '若它是标识，用清洗方案按规则去重，再选作客户标识。',
    duplicateRows: '多半是重复导出：用清洗方案去除重复行。',
    spaces: '用清洗方案去除首尾空格并合并空格，分组才不会拆开。',
    width: '用清洗方案把全角转为半角。',
    spelling: '用清洗方案合并写法，分组才不会拆开。',
    mixedForms: '用清洗方案解析为日期或数值，其余的会列出。',
    textForms: '用清洗方案解析为日期或数值，才能比较和求和。',
    constant: '它分不出客户，可以不选入分析。',
    nearlyConstant: '它几乎分不出客户；少数例外的行值得一看。',
    highCardinality: '不宜作分组；可以拆分、归类，或只作标识。',
    skewed: '看中位数和分位数，不看平均值；分组用分位数切。',
    correlated: '模型和画像里留一个就够。',
    untested: '若它确是别的内容，在“字段”页改敏感级别。',
    stale: '用新的文件替换或追加。',
  },
  en: {
    empty: 'Leave it out, or ask the source why it was not exported.',
    incomplete: 'Empty values stay out of figures; fill them in a recipe where needed, or ask the source.',
    invalid: 'Look at the rows: mostly slips of entry. Correct the source, or filter them in a recipe.',
    code: 'Placeholders distort means and groups: make them empty in a recipe.',
    duplicateKey: 'If this is a key, remove the duplicates with a recipe before linking clients by it.',
    duplicateRows: 'Usually exported twice: remove duplicate rows in a recipe.',
    spaces: 'Trim and collapse spaces in a recipe, or groups fall apart.',
    width: 'Turn full width into half width in a recipe.',
    spelling: 'Merge the spellings in a recipe, or groups fall apart.',
    mixedForms: 'Parse dates or amounts in a recipe; what does not fit is listed.',
    textForms: 'Parse it into dates or numbers in a recipe, to compare and add up.',
    constant: 'It tells no clients apart; leave it out.',
    nearlyConstant: 'It hardly tells clients apart; the few others are worth a look.',
    highCardinality: 'Too many values to group by: split it, map it, or use it as a key only.',
    skewed: 'Look at median and quantiles, not at the mean; cut groups by quantiles.',
    correlated: 'One of the two is enough in a model or portrait.',
    untested: 'If it is something else, change its class under “Fields”.',
    stale: 'Replace the file with a newer one, or append one.',
  },
};
