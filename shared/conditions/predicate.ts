import { z } from 'zod';

/** A constant of a condition. Dates are ISO text; whole numbers above 2^53 and exact decimals are text too. */
export const constantSchema = z.union([z.string(), z.number(), z.boolean()]);
export type Constant = z.infer<typeof constantSchema>;

export const comparisons = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const;
export const textTests = ['contains', 'startsWith', 'endsWith'] as const;

/**
 * A test of one field. An empty field (null) meets no test but `isNull`, and `ne` and `notIn` too are not met by it:
 * docs/semantics.md. Text tests ignore case, comparisons do not.
 */
export const predicateSchema = z
  .discriminatedUnion('op', [
    z.strictObject({ op: z.enum(comparisons), value: constantSchema }),
    z.strictObject({ op: z.literal('between'), low: constantSchema, high: constantSchema }),
    z.strictObject({ op: z.enum(['in', 'notIn']), values: z.array(constantSchema).min(1).max(10_000) }),
    z.strictObject({ op: z.enum(textTests), value: z.string().min(1) }),
    z.strictObject({ op: z.enum(['isNull', 'notNull']) }),
  ])
  .meta({ id: 'Predicate' });
export type Predicate = z.infer<typeof predicateSchema>;
export type Operator = Predicate['op'];

/** The constants that a test compares its field with, in their order: what has to be masked by the field's class. */
export function constantsOf(test: Predicate): readonly Constant[] {
  switch (test.op) {
    case 'isNull':
    case 'notNull':
      return [];
    case 'between':
      return [test.low, test.high];
    case 'in':
    case 'notIn':
      return test.values;
    default:
      return [test.value];
  }
}
