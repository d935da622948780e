import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault, lineAndColumn } from '#shared/playbook/index.ts';

const accepts = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('findJsonFault', () => {
  it('finds no fault in any JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const fault = findJsonFault(text, 100);
        return fault === null || fault.kind === 'inexactNumber';
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with JSON.parse on damaged JSON', () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '{', ']', ':', '\\', '\n', '0', 'e', 'tru'))
      .map(([text, place, insert]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + insert + text.slice(at + 1);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        const fault = findJsonFault(text, 100);
        return accepts(text) ? fault?.kind !== 'syntax' : fault !== null;
      }),
      { numRuns: 5000 },
    );
  });

  it('says where', () => {
    const text = '{\r\n  "a": [1, 2\r\n  "b": 3\n}';
    const fault = findJsonFault(text, 10);
    expect(fault?.kind).toBe('syntax');
    expect(lineAndColumn(text, fault?.offset ?? 0)).toEqual({ line: 3, column: 3 });
    expect(findJsonFault('', 10)).toEqual({ kind: 'syntax', offset: 0 });
    expect(findJsonFault('[1,]', 10)).toEqual({ kind: 'syntax', offset: 3 });
    expect(findJsonFault('{"a":"x', 10)).toEqual({ kind: 'syntax', offset: 7 });
  });

  it('counts nesting without recursion', () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(findJsonFault(deep(10), 10)).toBeNull();
    expect(findJsonFault(deep(11), 10)).toEqual({ kind: 'tooDeep', offset: 10 });
    expect(findJsonFault(deep(100_000), 200_000)).toBeNull();
  });

  it('refuses a key given twice, however it is spelled, and a number that would be rounded', () => {
    expect(findJsonFault('{"a":1,"\\u0061":2}', 10)).toEqual({ kind: 'duplicateKey', offset: 7, text: 'a' });
    expect(findJsonFault('[{"a":1},{"a":1}]', 10)).toBeNull();
    expect(findJsonFault('[9007199254740993]', 10)).toEqual({
      kind: 'inexactNumber',
      offset: 1,
      text: '9007199254740993',
    });
    expect(findJsonFault('[9007199254740991]', 10)).toBeNull();
  });
});
