import { AppError } from '#shared/errors/index.ts';
import { type Expression, fieldsOfExpression, fieldsTold, parseExpression } from '#shared/recipes/index.ts';
import { raw, type Sql, sql } from '../../warehouse/index.ts';
import { before } from '../columns.ts';
import type { Column } from '../types.ts';
import { arithmetic } from './arithmetic.ts';
import { keepsForm } from './form.ts';
import { call } from './functions.ts';
import { literalFor } from './literals.ts';
import { type Kind, refuse, type Typed } from './typed.ts';

/**
 * An expression over the rows before a step, alias s, the columns that it reads and those of which it tells something. What cannot be worked out for a row (a
 * sum beyond 64 bits, say) is empty there. Fails with the sentence and the place of what is wrong.
 */
export function compileExpression(
  text: string,
  columns: readonly Column[],
): { value: Sql; read: readonly Column[]; told: readonly Column[]; altered: boolean } {
  const parsed = parseExpression(text);
  const byName = new Map(columns.map((column) => [column.name, column]));
  const { value } = compile(parsed, byName);
  const named = (names: readonly string[]) => names.flatMap((name) => byName.get(name) ?? []);
  const read = named(fieldsOfExpression(parsed));
  const told = named(fieldsTold(parsed));
  return { value: sql`TRY(${value})`, read, told, altered: !keepsForm(parsed, told) };
}

const largestWhole = 2n ** 63n - 1n;

function compile(node: Expression, columns: ReadonlyMap<string, Column>): Typed {
  const of = (inner: Expression) => compile(inner, columns);
  switch (node.kind) {
    case 'number':
      if (!node.text.includes('.') && BigInt(node.text) > largestWhole) throw refuse(node.at, node.text, 'integer');
      return node.text.includes('.')
        ? { kind: 'number', value: sql`CAST(${node.text} AS DOUBLE)`, node }
        : { kind: 'integer', value: sql`CAST(${node.text} AS BIGINT)`, node };
    case 'text':
      return { kind: 'text', value: sql`CAST(${node.value} AS VARCHAR)`, node };
    case 'boolean':
      return { kind: 'boolean', value: raw(String(node.value)), node };
    case 'empty':
      return { kind: 'empty', value: sql`NULL`, node };
    case 'field': {
      const column = columns.get(node.name);
      if (!column) throw new AppError('notFound', 'expressionField', { at: node.at, field: node.name });
      return { kind: column.type, value: before(column), node };
    }
    case 'negate': {
      const inner = of(node.of);
      if (!['integer', 'number', 'decimal', 'empty'].includes(inner.kind)) throw refuse(node.at, '-', inner.kind);
      return { ...inner, value: sql`(-${inner.value})`, node };
    }
    case 'not':
      return { kind: 'boolean', value: sql`(NOT ${truth(of(node.of), node.at, 'not')})`, node };
    case 'and':
    case 'or': {
      const left = truth(of(node.left), node.at, node.kind);
      const right = truth(of(node.right), node.at, node.kind);
      return { kind: 'boolean', value: sql`(${left} ${raw(node.kind === 'and' ? 'AND' : 'OR')} ${right})`, node };
    }
    case 'arithmetic':
      return { ...arithmetic(node.op, of(node.left), of(node.right), node.at), node };
    case 'compare':
      return { kind: 'boolean', value: compare(node, of(node.left), of(node.right)), node };
    case 'call':
      return { ...call(node.name, node.of.map(of), node.at), node };
  }
}

/** Like a condition: true or false, never neither. An empty yes/no field is no. */
function truth(typed: Typed, at: number, found: string): Sql {
  if (typed.kind !== 'boolean' && typed.kind !== 'empty') throw refuse(at, found, typed.kind);
  return sql`coalesce(${typed.value}, false)`;
}

const families: Readonly<Record<Kind, string>> = {
  integer: 'number',
  number: 'number',
  decimal: 'number',
  date: 'day',
  timestamp: 'day',
  text: 'text',
  other: 'other',
  time: 'time',
  boolean: 'boolean',
  empty: 'empty',
};

function compare(node: Extract<Expression, { kind: 'compare' }>, left: Typed, right: Typed): Sql {
  // A text beside a day or a time is one written down: '2026-01-31'.
  const a = literalFor(left, right.kind);
  const b = literalFor(right, left.kind);
  const mixed = families[a.kind] !== families[b.kind] && a.kind !== 'empty' && b.kind !== 'empty';
  if (mixed) throw refuse(node.at, node.op, b.kind);
  const days = isWrittenDay(a) || isWrittenDay(b);
  const side = ({ kind, value }: Typed) => (days && kind === 'timestamp' ? sql`CAST(${value} AS DATE)` : value);
  return sql`coalesce(${side(a)} ${raw(node.op)} ${side(b)}, false)`;
}

/** A moment is compared with a day that is written down by its day, as in conditions: on the last day of a month is in it. */
const isWrittenDay = ({ kind, node }: Typed): boolean =>
  kind === 'timestamp' && node?.kind === 'text' && /^\d{4}-\d{2}-\d{2}$/.test(node.value);
