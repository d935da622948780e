/** What is wrong with a JSON text, and where. */
export type JsonFault =
  | { readonly kind: 'syntax' | 'tooDeep'; readonly offset: number }
  | { readonly kind: 'duplicateKey' | 'inexactNumber'; readonly offset: number; readonly text: string };

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';
interface Open {
  readonly end: '}' | ']';
  readonly keys: Set<string>;
}

const blank = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;

/**
 * Finds the first fault of a JSON text without recursion, so that no nesting can overflow the stack. Beside the syntax
 * it refuses what JSON.parse passes over in silence: a key given twice, and a whole number that a double would round.
 */
export function findJsonFault(text: string, maximumDepth: number): JsonFault | null {
  const open: Open[] = [];
  let expected: Expected = 'value';
  let at = skip(blank, text, 0);

  const afterValue = (): Expected => (open.length > 0 ? 'commaOrEnd' : 'nothing');

  while (at < text.length) {
    const start = at;
    const character = text[at] ?? '';
    const inside = open.at(-1);
    const fault: JsonFault = { kind: 'syntax', offset: start };
    const closes = inside && character === inside.end && /OrEnd$/.test(expected);

    if (closes) {
      open.pop();
      at++;
      expected = afterValue();
    } else if (expected === 'nothing') {
      return fault;
    } else if (expected === 'colon') {
      if (character !== ':') return fault;
      at++;
      expected = 'value';
    } else if (expected === 'commaOrEnd') {
      if (character !== ',') return fault;
      at++;
      expected = inside?.end === '}' ? 'key' : 'value';
    } else if (expected === 'key' || expected === 'keyOrEnd') {
      at = stringEnd(text, at);
      if (at < 0) return { ...fault, offset: -at - 1 };
      const key = String(JSON.parse(text.slice(start, at)));
      if (inside?.keys.has(key)) return { kind: 'duplicateKey', offset: start, text: key };
      inside?.keys.add(key);
      expected = 'colon';
    } else if (character === '{' || character === '[') {
      if (open.length === maximumDepth) return { kind: 'tooDeep', offset: start };
      open.push({ end: character === '{' ? '}' : ']', keys: new Set() });
      at++;
      expected = character === '{' ? 'keyOrEnd' : 'valueOrEnd';
    } else if (character === '"') {
      at = stringEnd(text, at);
      if (at < 0) return { ...fault, offset: -at - 1 };
      expected = afterValue();
    } else {
      at = skip(character === '-' || (character >= '0' && character <= '9') ? number : word, text, at);
      if (at === start) return fault;
      const literal = text.slice(start, at);
      if (/^-?\d+$/.test(literal) && !Number.isSafeInteger(Number(literal))) {
        return { kind: 'inexactNumber', offset: start, text: literal };
      }
      expected = afterValue();
    }
    at = skip(blank, text, at);
  }
  return expected === 'nothing' ? null : { kind: 'syntax', offset: text.length };
}

/** Line and column, both from 1, of a place in a text. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

/** Where the string that begins at `at` ends, or, where it is broken at offset n, -(n + 1). */
function stringEnd(text: string, at: number): number {
  if (text[at] !== '"') return -(at + 1);
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) return i + 1;
    if (code < 0x20) return -(i + 1);
    if (code !== 0x5c) continue;
    const escaped = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(i + 1, i + 6))?.[0];
    if (!escaped) return -(i + 1);
    i += escaped.length;
  }
  return -(text.length + 1);
}
