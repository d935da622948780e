import type { RowTest, Tag } from '#shared/features/index.ts';
import type { GroupNode } from '#shared/segments/index.ts';

/** A rule as the form of a tag has it: tests of the features beside it, and a segment. */
export interface SimpleRule {
  readonly tests: readonly RowTest[];
  readonly segment: string | null;
}

/** What the form can show of a rule; null where the rule says more. */
export function simpleRule({ rule }: Tag, own: string): SimpleRule | null {
  if (rule.negate || (rule.combine === 'or' && rule.items.length > 1)) return null;
  const tests: RowTest[] = [];
  let segment: string | null = null;
  for (const item of rule.items) {
    if (item.kind === 'condition' && item.field.table === own) tests.push({ field: item.field.field, test: item.test });
    else if (item.kind === 'segment' && segment === null) segment = item.segment;
    else return null;
  }
  return { tests, segment };
}

export function ruleOf({ tests, segment }: SimpleRule, own: string): GroupNode {
  return {
    kind: 'group',
    combine: 'and',
    negate: false,
    items: [
      ...(segment === null ? [] : [{ kind: 'segment' as const, segment }]),
      ...tests.map(({ field, test }) => ({ kind: 'condition' as const, field: { table: own, field }, test })),
    ],
  };
}
