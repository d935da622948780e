import { AppError } from '../../errors/index.ts';

/** A piece of an expression; `at` counts characters from 1. */
export interface Token {
  readonly kind: 'number' | 'text' | 'field' | 'word' | 'sign' | 'end';
  readonly at: number;
  /** Without quotes and brackets. */
  readonly text: string;
}

/** What an input method for Chinese writes in place of the ordinary signs. */
const wide: Readonly<Record<string, string>> = {
  ...{ '（': '(', '）': ')', '，': ',', '＋': '+', '－': '-', '＊': '*', '／': '/', '＝': '=', '＜': '<', '＞': '>' },
};

const patterns: readonly { kind: Token['kind']; test: RegExp }[] = [
  { kind: 'number', test: /(?:\d+(?:\.\d*)?|\.\d+)/y },
  { kind: 'word', test: /[\p{L}_][\p{L}\p{N}_]*/uy },
  { kind: 'sign', test: /<>|!=|<=|>=|[-+*/=<>(),（），＋－＊／＝＜＞]/y },
];

/** What opens a text or a field, and what closes it; doubled inside, the closing mark stands for itself. */
const closing: Readonly<Record<string, { mark: string; kind: 'text' | 'field' }>> = {
  "'": { mark: "'", kind: 'text' },
  '"': { mark: '"', kind: 'text' },
  '[': { mark: ']', kind: 'field' },
  '`': { mark: '`', kind: 'field' },
};

/** The pieces of an expression, the last of kind `end`. Fails with `expressionUnclosed`, `expressionUnexpected`. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const character = source[at] ?? '';
    const opened = closing[character];
    if (/\s/.test(character)) {
      at++;
    } else if (opened) {
      const { text, end } = enclosed(source, at, opened.mark);
      tokens.push({ kind: opened.kind, at: at + 1, text });
      at = end;
    } else {
      const token = plain(source, at);
      tokens.push(token);
      at += token.text.length;
    }
  }
  return [...tokens.map(ordinary), { kind: 'end', at: source.length + 1, text: '' }];
}

function plain(source: string, at: number): Token {
  for (const { kind, test } of patterns) {
    test.lastIndex = at;
    const text = test.exec(source)?.[0];
    if (text !== undefined) return { kind, at: at + 1, text };
  }
  throw new AppError('validation', 'expressionUnexpected', { at: at + 1, found: [...source.slice(at)][0] ?? '' });
}

function ordinary(token: Token): Token {
  if (token.kind !== 'sign') return token;
  const text = token.text === '!=' ? '<>' : (wide[token.text] ?? token.text);
  return { ...token, text };
}

function enclosed(source: string, from: number, mark: string): { text: string; end: number } {
  let text = '';
  let at = from + 1;
  for (;;) {
    const next = source.indexOf(mark, at);
    if (next < 0) throw new AppError('validation', 'expressionUnclosed', { at: from + 1, found: source[from] ?? '' });
    text += source.slice(at, next);
    if (source[next + 1] !== mark) return { text, end: next + 1 };
    text += mark;
    at = next + 2;
  }
}
