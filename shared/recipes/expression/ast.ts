/** Operators by what they are written as. */
export type Arithmetic = '+' | '-' | '*' | '/';
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A parsed expression. `at` is where it stands in the text, from 1, for sentences about it. */
export type Expression =
  | { readonly kind: 'number'; readonly at: number; readonly text: string }
  | { readonly kind: 'text'; readonly at: number; readonly value: string }
  | { readonly kind: 'boolean'; readonly at: number; readonly value: boolean }
  | { readonly kind: 'empty'; readonly at: number }
  | { readonly kind: 'field'; readonly at: number; readonly name: string }
  | { readonly kind: 'negate' | 'not'; readonly at: number; readonly of: Expression }
  | {
      readonly kind: 'arithmetic';
      readonly at: number;
      readonly op: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'compare';
      readonly at: number;
      readonly op: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'and' | 'or'; readonly at: number; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'call';
      readonly at: number;
      readonly name: FunctionName;
      readonly of: readonly Expression[];
    };

/** The functions, and how many values each takes at least and at most. */
export const expressionFunctions = {
  if: [3, 3],
  coalesce: [1, 50],
  isnull: [1, 1],
  isvalid: [2, 2],
  round: [1, 2],
  abs: [1, 1],
  min: [1, 50],
  max: [1, 50],
  length: [1, 1],
  upper: [1, 1],
  lower: [1, 1],
  trim: [1, 1],
  substring: [2, 3],
  contains: [2, 2],
  concat: [1, 50],
  datediff: [2, 3],
  year: [1, 1],
  month: [1, 1],
  day: [1, 1],
  number: [1, 1],
  text: [1, 1],
  date: [1, 1],
} as const satisfies Record<string, readonly [number, number]>;
export type FunctionName = keyof typeof expressionFunctions;

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(expressionFunctions, name);
}
