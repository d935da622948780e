import { AppError } from '../../errors/index.ts';
import { type Comparison, type Expression, expressionFunctions, type FunctionName, isFunctionName } from './ast.ts';
import { type Token, tokensOf } from './lex.ts';

/** Nesting beyond which an expression is refused: it is read by recursion. */
const maximumDepth = 60;
/** Operators and values: DuckDB reads what becomes of them by recursion, too. */
const maximumTokens = 500;

const comparisons: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>=']);

/**
 * Reads an expression: + - * /, comparisons, and, or, not, functions, numbers, 'texts', [fields]. Fails with the sentence
 * and the place of what is wrong: `expressionUnexpected`, `expressionUnclosed`, `expressionUnknown`, `expressionArguments`,
 * `expressionTooLong`.
 */
export function parseExpression(source: string): Expression {
  const tokens = tokensOf(source);
  if (tokens.length > maximumTokens) throw new AppError('validation', 'expressionTooLong', { limit: maximumTokens });
  let next = 0;
  let depth = 0;

  const peek = (): Token => tokens[next] ?? { kind: 'end', at: source.length + 1, text: '' };
  const isWord = (word: string): boolean => peek().kind === 'word' && peek().text.toLowerCase() === word;
  const isSign = (signs: string): boolean => peek().kind === 'sign' && signs.split(' ').includes(peek().text);
  const take = (): Token => {
    const token = peek();
    next++;
    return token;
  };
  const expect = (sign: string): void => {
    if (!isSign(sign)) throw unexpected(peek());
    next++;
  };

  function either(): Expression {
    if (++depth > maximumDepth) throw new AppError('validation', 'expressionTooLong', { limit: maximumDepth });
    let left = both();
    while (isWord('or')) left = { kind: 'or', at: take().at, left, right: both() };
    depth--;
    return left;
  }

  function both(): Expression {
    let left = negated();
    while (isWord('and')) left = { kind: 'and', at: take().at, left, right: negated() };
    return left;
  }

  function negated(): Expression {
    const nots: number[] = [];
    while (isWord('not')) nots.push(take().at);
    return nots.reduceRight<Expression>((of, at) => ({ kind: 'not', at, of }), compared());
  }

  function compared(): Expression {
    const left = sum();
    const { text } = peek();
    if (peek().kind !== 'sign' || !isComparison(text)) return left;
    return { kind: 'compare', at: take().at, op: text, left, right: sum() };
  }

  function sum(): Expression {
    let left = product();
    while (isSign('+ -')) {
      const { at, text } = take();
      left = { kind: 'arithmetic', at, op: text === '+' ? '+' : '-', left, right: product() };
    }
    return left;
  }

  function product(): Expression {
    let left = signed();
    while (isSign('* /')) {
      const { at, text } = take();
      left = { kind: 'arithmetic', at, op: text === '*' ? '*' : '/', left, right: signed() };
    }
    return left;
  }

  function signed(): Expression {
    const minuses: number[] = [];
    while (isSign('-')) minuses.push(take().at);
    return minuses.reduceRight<Expression>((of, at) => ({ kind: 'negate', at, of }), value());
  }

  function value(): Expression {
    const token = take();
    const { at, text } = token;
    switch (token.kind) {
      case 'number':
        return { kind: 'number', at, text };
      case 'text':
        return { kind: 'text', at, value: text };
      case 'field':
        return { kind: 'field', at, name: text };
      case 'word':
        return word(token);
      case 'sign': {
        if (text !== '(') throw unexpected(token);
        const inside = either();
        expect(')');
        return inside;
      }
      case 'end':
        throw unexpected(token);
    }
  }

  function word({ at, text }: Token): Expression {
    const name = text.toLowerCase();
    if (isSign('(')) return call(name, at);
    if (name === 'true' || name === 'false') return { kind: 'boolean', at, value: name === 'true' };
    if (name === 'null') return { kind: 'empty', at };
    throw new AppError('validation', 'expressionUnknown', { at, found: text });
  }

  function call(name: string, at: number): Expression {
    if (!isFunctionName(name)) throw new AppError('validation', 'expressionUnknown', { at, found: name });
    expect('(');
    const of: Expression[] = [];
    if (!isSign(')')) {
      of.push(either());
      while (isSign(',')) {
        next++;
        of.push(either());
      }
    }
    expect(')');
    const [least, most] = expressionFunctions[name];
    if (of.length < least || of.length > most) {
      throw new AppError('validation', 'expressionArguments', { at, found: name, least, most, given: of.length });
    }
    return { kind: 'call', at, name, of };
  }

  const parsed = either();
  if (peek().kind !== 'end') throw unexpected(peek());
  return parsed;
}

const isComparison = (text: string): text is Comparison => comparisons.has(text);

function unexpected({ at, text, kind }: Token): AppError {
  return kind === 'end'
    ? new AppError('validation', 'expressionEnds', { at })
    : new AppError('validation', 'expressionUnexpected', { at, found: text });
}

/** What an expression is put together from, one level down. */
export function partsOfExpression(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'negate':
    case 'not':
      return [node.of];
    case 'arithmetic':
    case 'compare':
    case 'and':
    case 'or':
      return [node.left, node.right];
    case 'call':
      return node.of;
    case 'field':
    case 'number':
    case 'text':
    case 'boolean':
    case 'empty':
      return [];
  }
}

/** Functions that tell of a value no more than that it is there, or is what it is called: nothing of it can be worked out from them. */
const tellNothing: ReadonlySet<FunctionName> = new Set(['isnull', 'isvalid']);

/** The fields of which something goes into what an expression comes to, each once. */
export function fieldsTold(node: Expression): string[] {
  if (node.kind === 'call' && tellNothing.has(node.name) && node.of[0]?.kind === 'field') return [];
  const own = node.kind === 'field' ? [node.name] : [];
  return [...new Set([...own, ...partsOfExpression(node).flatMap(fieldsTold)])];
}

/** The fields that an expression reads, each once. */
export function fieldsOfExpression(expression: Expression): string[] {
  const names = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === 'field') names.add(node.name);
    partsOfExpression(node).forEach(visit);
  };
  visit(expression);
  return [...names];
}
