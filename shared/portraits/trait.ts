import { z } from 'zod';
import { type Constant, constantSchema, type Predicate } from '../conditions/index.ts';
import type { FieldRef, GroupNode, RuleNode, Scope } from '../segments/index.ts';

/** What clients can have in common in one field. Each is a condition, so each can become a segment. */
export const traitSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('value'), value: constantSchema }),
    /** From `low` up to but not including `high`; null: no bound. */
    z.strictObject({ kind: z.literal('range'), low: constantSchema.nullable(), high: constantSchema.nullable() }),
    /** Any value but these. `values`: how many there are. */
    z.strictObject({
      kind: z.literal('others'),
      except: z.array(constantSchema).min(1),
      values: z.number().int().positive(),
    }),
    z.strictObject({ kind: z.literal('empty') }),
  ])
  .meta({ id: 'Trait' });
export type Trait = z.infer<typeof traitSchema>;

/** The tests that a client with the trait meets, all of them. */
function testsOf(trait: Trait): Predicate[] {
  switch (trait.kind) {
    case 'value':
      return [{ op: 'eq', value: trait.value }];
    case 'range': {
      const bound = (op: 'ge' | 'lt', value: Constant | null): Predicate[] => (value === null ? [] : [{ op, value }]);
      const tests = [...bound('ge', trait.low), ...bound('lt', trait.high)];
      return tests.length > 0 ? tests : [{ op: 'notNull' }];
    }
    case 'others':
      return [{ op: 'notIn', values: trait.except }];
    case 'empty':
      return [{ op: 'isNull' }];
  }
}

/** The rule of the clients of a scope that have a trait. */
export function traitRule(scope: Scope, field: FieldRef, trait: Trait): GroupNode {
  const within: RuleNode[] = scope.kind === 'segment' ? [{ kind: 'segment', segment: scope.segment }] : [];
  const conditions = testsOf(trait).map((test): RuleNode => ({ kind: 'condition', field, test }));
  return { kind: 'group', combine: 'and', negate: false, items: [...within, ...conditions] };
}
