import { expect, it } from 'vitest';
import type { GroupNode, RuleNode } from '#shared/segments/index.ts';
import { toEdit, toRule } from '../../renderer/features/segments/rule/convert.ts';
import { reread } from '../../renderer/features/segments/rule/reread.ts';

const condition = (value: number): RuleNode => ({
  kind: 'condition',
  field: { table: '客户清单', field: '余额' },
  test: { op: 'ge', value },
});
const group = (...items: RuleNode[]): GroupNode => ({ kind: 'group', combine: 'and', negate: false, items });

const before = toEdit(group(condition(1), condition(2), group(condition(3), condition(3))));

it('what is as it was stays the same object, and only what changed is new', () => {
  const rule = group(condition(1), condition(20), group(condition(3), condition(3)));
  const after = reread(rule, before);
  expect(toRule(after)).toEqual(rule);
  expect(after.id).toBe(before.id);
  expect(after.items[0]).toBe(before.items[0]);
  expect(after.items[1]?.id).not.toBe(before.items[1]?.id);
  expect(after.items[2]).toBe(before.items[2]);
});

it('what was moved within its group keeps its object, one for each that is alike', () => {
  const rule = group(group(condition(3)), condition(2), condition(1));
  const after = reread(rule, before);
  expect(toRule(after)).toEqual(rule);
  expect(after.items[1]).toBe(before.items[1]);
  expect(after.items[2]).toBe(before.items[0]);
  expect(after.items[0]?.id).toBe(before.items[2]?.id);
});

it('the same rule is the same tree', () => {
  expect(reread(toRule(before), before)).toBe(before);
});

it('no id is given twice', () => {
  const rule = group(condition(1), condition(1), group(condition(1)), group(condition(1)));
  const after = reread(rule, before);
  const ids = (node: (typeof after.items)[number]): string[] =>
    node.kind === 'group' ? [node.id, ...node.items.flatMap(ids)] : [node.id];
  const all = ids(after);
  expect(new Set(all).size).toBe(all.length);
  expect(toRule(after)).toEqual(rule);
});
