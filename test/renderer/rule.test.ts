import { describe, expect, it } from 'vitest';
import { type GroupNode, ruleSentence } from '#shared/segments/index.ts';
import { incompleteOf, toEdit, toPredicate, toRule } from '../../renderer/features/segments/rule/convert.ts';
import { duplicate, moveUp, wrap } from '../../renderer/features/segments/rule/moves.ts';
import { parseConstant } from '../../renderer/features/segments/rule/operators.ts';
import {
  emptyTest,
  firstTest,
  insert,
  newCondition,
  newGroup,
  remove,
} from '../../renderer/features/segments/rule/tree.ts';

const field = (name: string) => ({ table: '客户清单', field: name });
const rule: GroupNode = {
  kind: 'group',
  combine: 'and',
  negate: false,
  items: [
    { kind: 'condition', field: field('行业'), test: { op: 'in', values: ['制造业', '批发零售'] } },
    {
      kind: 'group',
      combine: 'or',
      negate: true,
      items: [
        { kind: 'condition', field: field('余额'), test: { op: 'ge', value: 500000 } },
        { kind: 'segment', segment: '沉睡' },
      ],
    },
  ],
};

describe('a rule being edited', () => {
  it('is the saved rule again when nothing was changed', () => {
    expect(toRule(toEdit(rule))).toEqual(rule);
  });

  it('leaves out conditions that are not complete, and counts them', () => {
    const root = insert(toEdit(rule), toEdit(rule).id, newCondition());
    const edited = insert(root, root.id, newCondition(field('地区'), { ...emptyTest, op: 'contains' }));
    expect(incompleteOf(edited)).toBe(1);
    expect(toRule(edited)).toEqual(rule);
  });

  it('keeps 0, false and the empty text as values', () => {
    const [zero, no, empty] = [0, false, ''].map((first) => ({
      ...newCondition(field('x')),
      test: { op: 'eq' as const, first, second: null, many: [] },
    }));
    const root = newGroup([zero, no, empty].filter((each) => each !== undefined));
    expect(toRule(root).items).toHaveLength(3);
  });

  it('moves, wraps, copies and removes parts without touching the others', () => {
    const [a, b] = [
      newCondition(field('a'), { ...emptyTest, op: 'isNull' }),
      newCondition(field('b'), { ...emptyTest, op: 'isNull' }),
    ];
    const root = newGroup([a, b], 'and');
    expect(moveUp(root, b.id).items.map((item) => item.id)).toEqual([b.id, a.id]);
    expect(moveUp(root, a.id)).toBe(root);
    expect(wrap(root, a.id).items[0]).toMatchObject({ kind: 'group', items: [a] });
    expect(duplicate(root, a.id).items).toHaveLength(3);
    expect(remove(root, a.id).items).toEqual([b]);
  });
});

describe('typed values', () => {
  it('are read by type, exactly', () => {
    expect(parseConstant('integer', '1,234')).toEqual({ value: 1234 });
    expect(parseConstant('integer', '9007199254740993')).toEqual({ value: '9007199254740993' });
    expect(parseConstant('decimal', '0.10')).toEqual({ value: '0.10' });
    expect(parseConstant('date', '2026-02-30')).toEqual({ problem: 'notDate' });
    expect(parseConstant('timestamp', '2026-02-28T09:30')).toEqual({ value: '2026-02-28 09:30' });
    expect(parseConstant('text', ' a ')).toEqual({ value: ' a ' });
  });
});

describe('a rule in words', () => {
  it.each([
    ['eq', true, '高流水为是的客户。', 'Clients where 高流水 is yes.'],
    ['ne', true, '高流水不为是的客户。', 'Clients where 高流水 is not yes.'],
    ['eq', false, '高流水为否的客户。', 'Clients where 高流水 is no.'],
  ] as const)('an answer is yes or no: %s %s', (op, value, zh, en) => {
    const field = { table: '特征', field: '高流水' };
    const items = [{ kind: 'condition' as const, field, test: { op, value } }];
    const answered = { kind: 'group' as const, combine: 'and' as const, negate: false, items };
    expect([ruleSentence(answered, 'zh'), ruleSentence(answered, 'en')]).toEqual([zh, en]);
  });

  it('reads as a sentence in Chinese and English', () => {
    expect(ruleSentence(rule, 'zh')).toBe(
      '行业属于制造业或批发零售，且不满足（余额不小于 500,000，或属于客群“沉睡”）的客户。',
    );
    expect(ruleSentence(rule, 'en')).toBe(
      'Clients where 行业 is 制造业 or 批发零售, and not (余额 is at least 500,000, or the client is in the segment “沉睡”).',
    );
  });

  it('says all clients where nothing is asked', () => {
    expect(ruleSentence({ ...rule, items: [{ ...rule, items: [] }] }, 'zh')).toBe('全部客户。');
  });

  it('names dates as before and after, and shows the empty text', () => {
    const dated: GroupNode = {
      ...rule,
      items: [{ kind: 'condition', field: field('开户日期'), test: { op: 'lt', value: '2026-01-01' } }],
    };
    expect(ruleSentence(dated, 'zh', () => true)).toBe('开户日期早于 2026-01-01 的客户。');
    const blank: GroupNode = {
      ...rule,
      items: [{ kind: 'condition', field: field('地区'), test: { op: 'eq', value: '' } }],
    };
    expect(ruleSentence(blank, 'en')).toBe('Clients where 地区 is “”.');
  });

  it('begins a test of yes or no with yes, and every other without a value', () => {
    expect(toPredicate(firstTest('boolean'))).toEqual({ op: 'eq', value: true });
    for (const type of ['text', 'integer', 'number', 'decimal', 'date', 'timestamp', 'time'] as const)
      expect(toPredicate(firstTest(type))).toBeNull();
  });
});
