import type { Constant, Predicate } from '../conditions/index.ts';
import type { Locale } from '../errors/index.ts';
import type { FunnelNode, GroupNode, RuleNode } from './definition.ts';

/** What a field holds, where that is known: dates are "before" a day rather than "below" it. */
export type DateTeller = (table: string, field: string) => boolean;

/** A rule as one sentence for a person. Groups that ask nothing are left out, as they are when it is counted. */
export function ruleSentence(rule: GroupNode, locale: Locale, isDate: DateTeller = () => false): string {
  const words = locale === 'zh' ? chinese : english;
  const body = groupBody(rule, words, isDate);
  if (body === null) return words.everyone;
  return words.sentence(rule.negate ? words.not(body) : body);
}

/** One test of a field in words, as a sentence has it. */
export function predicateSentence(field: string, test: Predicate, locale: Locale, isDate: boolean): string {
  return (locale === 'zh' ? chinese : english).test(field, test, isDate);
}

interface Words {
  everyone: string;
  sentence(body: string): string;
  /** Joins the parts of a group; `nested` where it stands inside another. */
  join(parts: readonly string[], combine: 'and' | 'or'): string;
  nest(body: string): string;
  not(body: string): string;
  inSegment(name: string): string;
  inFunnel(node: FunnelNode): string;
  test(field: string, test: Predicate, dates: boolean): string;
}

function groupBody(group: GroupNode, words: Words, isDate: DateTeller): string | null {
  const parts = group.items.map((item) => nodeText(item, words, isDate)).filter((part) => part !== null);
  if (parts.length === 0) return null;
  const only = parts[0];
  return parts.length === 1 && only
    ? only.text
    : words.join(
        parts.map((part) => (part.compound ? words.nest(part.text) : part.text)),
        group.combine,
      );
}

function nodeText(node: RuleNode, words: Words, isDate: DateTeller): { text: string; compound: boolean } | null {
  switch (node.kind) {
    case 'segment':
      return { text: words.inSegment(node.segment), compound: false };
    case 'funnel':
      return { text: words.inFunnel(node), compound: false };
    case 'condition': {
      const { table, field } = node.field;
      return { text: words.test(field, node.test, isDate(table, field)), compound: false };
    }
    case 'group': {
      const body = groupBody(node, words, isDate);
      if (body === null) return null;
      const several = node.items.length > 1;
      return node.negate
        ? { text: words.not(several ? words.nest(body) : body), compound: false }
        : { text: body, compound: several };
    }
  }
}

const chinese: Words = {
  everyone: '全部客户。',
  sentence: (body) => spaced(body, '的客户。'),
  join: (parts, combine) => parts.join(combine === 'and' ? '，且' : '，或'),
  nest: (body) => `（${body}）`,
  not: (body) => `不满足${body.startsWith('（') ? body : `（${body}）`}`,
  inSegment: (name) => `属于客群“${name}”`,
  inFunnel: ({ funnel, step, outcome, group }) => {
    const place =
      outcome === 'dropped' ? `在漏斗“${funnel}”的第 ${step} 步之后流失` : `到达漏斗“${funnel}”的第 ${step} 步`;
    return group ? `${place}（${spaced(group.field, chineseTest(groupTest(group), false))}）` : place;
  },
  test: (field, test, dates) => spaced(field, chineseTest(test, dates)),
};

function chineseTest(test: Predicate, dates: boolean): string {
  switch (test.op) {
    case 'isNull':
      return '为空';
    case 'notNull':
      return '不为空';
    case 'between':
      return spaced('介于', shown(test.low), '与', shown(test.high), '之间');
    case 'in':
      return spaced('属于', listed(test.values, '、', '或'));
    case 'notIn':
      return spaced('不属于', listed(test.values, '、', '或'));
    default:
      if (typeof test.value === 'boolean') return `${test.op === 'ne' ? '不为' : '为'}${test.value ? '是' : '否'}`;
      return spaced(wordFor(test.op, dates, chineseTests, chineseDates), shown(test.value));
  }
}

const chineseTests: Readonly<Record<string, string>> = {
  eq: '等于',
  ne: '不等于',
  lt: '小于',
  le: '不大于',
  gt: '大于',
  ge: '不小于',
  contains: '包含',
  startsWith: '开头是',
  endsWith: '结尾是',
};
const chineseDates: Readonly<Record<string, string>> = { lt: '早于', le: '不晚于', gt: '晚于', ge: '不早于' };

const english: Words = {
  everyone: 'All clients.',
  sentence: (body) => `Clients where ${body}.`,
  join: (parts, combine) => parts.join(combine === 'and' ? ', and ' : ', or '),
  nest: (body) => `(${body})`,
  not: (body) => `not ${body.startsWith('(') ? body : `(${body})`}`,
  inSegment: (name) => `the client is in the segment “${name}”`,
  inFunnel: ({ funnel, step, outcome, group }) => {
    const place =
      outcome === 'dropped'
        ? `the client dropped out after step ${step} of the funnel “${funnel}”`
        : `the client reached step ${step} of the funnel “${funnel}”`;
    return group ? `${place} (${group.field} ${englishTest(groupTest(group), false)})` : place;
  },
  test: (field, test, dates) => `${field} ${englishTest(test, dates)}`,
};

function englishTest(test: Predicate, dates: boolean): string {
  switch (test.op) {
    case 'isNull':
      return 'is empty';
    case 'notNull':
      return 'is not empty';
    case 'between':
      return `is between ${shown(test.low)} and ${shown(test.high)}`;
    case 'in':
      return `is ${listed(test.values, ', ', ' or ')}`;
    case 'notIn':
      return `is none of ${listed(test.values, ', ', ' or ')}`;
    default:
      if (typeof test.value === 'boolean') return `${test.op === 'ne' ? 'is not' : 'is'} ${test.value ? 'yes' : 'no'}`;
      return `${wordFor(test.op, dates, englishTests, englishDates)} ${shown(test.value)}`;
  }
}

const englishTests: Readonly<Record<string, string>> = {
  eq: 'is',
  ne: 'is not',
  lt: 'is below',
  le: 'is at most',
  gt: 'is above',
  ge: 'is at least',
  contains: 'contains',
  startsWith: 'starts with',
  endsWith: 'ends with',
};
const englishDates: Readonly<Record<string, string>> = {
  lt: 'is before',
  le: 'is on or before',
  gt: 'is after',
  ge: 'is on or after',
};

type WordsFor = Readonly<Record<string, string>>;

const wordFor = (op: string, dates: boolean, tests: WordsFor, dateTests: WordsFor): string =>
  (dates ? dateTests[op] : undefined) ?? tests[op] ?? op;

/** What a group of a funnel says of its field. */
const groupTest = ({ value }: NonNullable<FunnelNode['group']>): Predicate =>
  value === null ? { op: 'isNull' } : { op: 'eq', value };

/** Values beyond this many are counted, not named. */
const namedValues = 6;

function listed(values: readonly Constant[], comma: string, or: string): string {
  const named = values.slice(0, namedValues).map(shown);
  if (values.length > namedValues) return `${named.join(comma)}${comma}…（${values.length}）`;
  const last = named.at(-1) ?? '';
  return named.length < 2 ? last : `${named.slice(0, -1).join(comma)}${or}${last}`;
}

/** Made once: making one takes longer than writing a whole sentence. */
const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20 });

/** Numbers with thousands separators; text in quotes where it would be misread without. */
function shown(value: Constant): string {
  if (typeof value === 'number') return grouped.format(value);
  if (typeof value === 'boolean') return String(value);
  return value === '' || /^\s|\s$|[，,。、；;“”"（）()]/.test(value) ? `“${value}”` : value;
}

const han = /[\u3400-\u9fff]/;
const latin = /[A-Za-z0-9%]/;

/** Joins pieces with the gap that Chinese leaves beside Latin letters and digits. */
export function spaced(...pieces: readonly string[]): string {
  return pieces.reduce((text, piece) => {
    const [left, right] = [text.at(-1) ?? '', piece.at(0) ?? ''];
    const gap = (han.test(left) && latin.test(right)) || (latin.test(left) && han.test(right));
    return gap ? `${text} ${piece}` : text + piece;
  });
}
