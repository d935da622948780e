import { describe, expect, it } from 'vitest';
import { reportTexts, ruleWords } from '#shared/reports/index.ts';
import type { GroupNode, RuleNode } from '#shared/segments/index.ts';

const setting = (language: 'zh' | 'en') => ({
  texts: reportTexts[language],
  ownTables: new Set(['clients']),
  stepOf: (funnel: string, step: number) => (funnel === '申请' && step === 2 ? '预审' : undefined),
  sensitivityOf: ({ field }: { field: string }) => (field === 'phone' ? ('phone' as const) : undefined),
});
const where = (table: string, field: string, value: string | number): RuleNode => ({
  kind: 'condition',
  field: { table, field },
  test: { op: 'eq', value },
});
const group = (combine: 'and' | 'or', negate: boolean, ...items: RuleNode[]): GroupNode => ({
  kind: 'group',
  combine,
  negate,
  items,
});

describe('ruleWords', () => {
  it('says what an empty rule means', () => {
    expect(ruleWords(group('and', false), setting('en'))).toEqual({ text: 'No condition: all clients', items: [] });
  });

  it('nests groups, names segments, and says "at least one row" of a detail table', () => {
    const rule = group(
      'and',
      false,
      where('clients', '地区', '华东'),
      group('or', true, where('payments', 'amount', 100), { kind: 'segment', segment: '老客户' }),
    );
    expect(ruleWords(rule, setting('zh'))).toEqual({
      text: '同时满足：',
      items: [
        { text: '“地区”等于“华东”', items: [] },
        {
          text: '一项也不满足：',
          items: [
            { text: '“payments”中至少有一行：“amount”等于 100', items: [] },
            { text: '属于客群“老客户”', items: [] },
          ],
        },
      ],
    });
  });

  it.each([
    [group('and', true, where('clients', 'a', 1), where('clients', 'b', 2)), 'Not all of:'],
    [group('or', true, where('clients', 'a', 1), where('clients', 'b', 2)), 'None of:'],
    [group('or', false, where('clients', 'a', 1), where('clients', 'b', 2)), 'Any of:'],
    [group('and', true, where('clients', 'a', 1)), 'None of:'],
    [group('and', false, where('clients', 'a', 1)), '“a” is 1'],
  ])('leads group %# with its sense', (rule, text) => {
    expect(ruleWords(rule, setting('en')).text).toBe(text);
  });

  it('masks constants by field, and identifiers anywhere', () => {
    expect(ruleWords(group('and', false, where('clients', 'phone', '13812345678')), setting('en')).text).toContain(
      '138****5678',
    );
    expect(
      ruleWords(group('and', false, where('clients', 'note', '11010519491231002X')), setting('en')).text,
    ).not.toContain('1949');
  });

  it('counts long lists instead of printing them', () => {
    const values = Array.from({ length: 40 }, (_, i) => `v${i}`);
    const rule = group('and', false, {
      kind: 'condition',
      field: { table: 'clients', field: 'f' },
      test: { op: 'in', values },
    });
    const { text } = ruleWords(rule, setting('en'));
    expect(text).toContain('v11');
    expect(text).not.toContain('v12');
    expect(text).toContain('40 values');
  });
});
