import type { Locale } from '../errors/index.ts';
import { type DateTeller, predicateSentence, spaced } from '../segments/index.ts';
import type { Aggregate, Feature, FeatureWindow, RowTest } from './definition.ts';

/** What a feature is, in a few words without its table: 手机银行渠道近 90 天金额合计. */
export function featureSentence(feature: Feature, locale: Locale, isDate: DateTeller = () => false): string {
  return sentenceOf(feature, locale, { table: '', isDate, isWithheld: () => false });
}

/** How a sentence is told: with the name of the table or with none, and without the values asked of fields that are withheld. */
export interface FeatureTeller {
  readonly table: string;
  readonly isDate: DateTeller;
  readonly isWithheld: DateTeller;
}

/** The same, told in another way. */
export function sentenceOf(feature: Feature, locale: Locale, { table, isDate, isWithheld }: FeatureTeller): string {
  const words = locale === 'zh' ? chinese : english;
  const tests = (rows: readonly RowTest[]) =>
    rows.length === 0
      ? ''
      : words.tests(
          rows.map((row) => {
            const { field, test } = row;
            if (isWithheld(feature.table, field)) return { field, only: null, sentence: words.withheld(field) };
            const sentence = predicateSentence(field, test, locale, isDate(feature.table, field));
            return { field, only: onlyText(row), sentence };
          }),
        );
  return words.sentence({
    filters: tests(feature.filters),
    window: words.window(feature.window),
    table,
    what: words.what[feature.aggregate](feature.field, tests(feature.part)),
  });
}

/** A test in words: `only`, the one text that the field has to be. */
interface ToldTest {
  readonly field: string;
  readonly only: string | null;
  readonly sentence: string;
}

interface Words {
  tests(rows: readonly ToldTest[]): string;
  withheld(field: string): string;
  window(window: FeatureWindow): string;
  readonly what: Readonly<Record<Aggregate, (field: string | null, part: string) => string>>;
  sentence(parts: { filters: string; window: string; table: string; what: string }): string;
}

const chinese: Words = {
  tests: (rows) => {
    const named = rows.flatMap(({ field, only }) => (only === null ? [] : [spaced(only, field)]));
    const others = rows.flatMap(({ only, sentence }) => (only === null ? [sentence] : []));
    return spaced(
      named.join('、'),
      others.length === 0 ? '' : spaced(`${named.length > 0 ? '、' : ''}${others.join('且')}`, '的'),
    );
  },
  withheld: (field) => spaced(field, '符合条件'),
  window: (window) => (window.kind === 'all' ? '' : `近 ${window.size} ${window.unit === 'day' ? '天' : '个月'}`),
  what: {
    count: () => '次数',
    sum: (field) => spaced(field ?? '', '合计'),
    mean: (field) => spaced(field ?? '', '平均'),
    min: (field) => spaced('最小', field ?? ''),
    max: (field) => spaced('最大', field ?? ''),
    first: (field) => spaced('首次', field ?? ''),
    last: (field) => spaced('最近一次', field ?? ''),
    distinct: (field) => spaced('不同', field ?? '', '个数'),
    share: (field, part) =>
      spaced(field === null ? '次数中' : spaced(field, '中'), part === '' ? '全部' : part, '占比'),
    trend: (field) => spaced(field ?? '', '每 30 天变化'),
    daysSince: () => '距最近一次天数',
  },
  sentence: ({ filters, window, table, what }) => spaced(filters, window, table, what),
};

const english: Words = {
  tests: (rows) => rows.map(({ sentence }) => sentence).join(' and '),
  withheld: (field) => `${field} is as asked`,
  window: (window) =>
    window.kind === 'all'
      ? ''
      : `, last ${window.size === 1 ? '' : `${window.size} `}${window.unit}${window.size === 1 ? '' : 's'}`,
  what: {
    count: () => 'Number of rows',
    sum: (field) => `Sum of ${field}`,
    mean: (field) => `Mean of ${field}`,
    min: (field) => `Smallest ${field}`,
    max: (field) => `Largest ${field}`,
    first: (field) => `First ${field}`,
    last: (field) => `Last ${field}`,
    distinct: (field) => `Number of different ${field}`,
    share: (field, part) => `Share of ${field ?? 'rows'} with ${part === '' ? 'any value' : part}`,
    trend: (field) => `Change of ${field} per 30 days`,
    daysSince: () => 'Days since the last row',
  },
  sentence: ({ filters, window, table, what }) =>
    `${what}${table === '' ? '' : ` in ${table}`}${filters === '' ? '' : ` where ${filters}`}${window}`,
};

/** The one text that a field has to be, however that is asked; null where something else is asked. */
function onlyText({ test }: RowTest): string | null {
  const value = test.op === 'eq' ? test.value : test.op === 'in' && test.values.length === 1 ? test.values[0] : null;
  return typeof value === 'string' ? value : null;
}
