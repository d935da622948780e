import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inLines, statementsOf } from '#shared/format/index.ts';

const quoted = ['"a ""b"" FROM (c"', `'it''s; WHERE $9'`, '";\n"', '"客户 清单"', `'('`];
const bare = [
  'SELECT',
  'FROM',
  'WHERE',
  'LEFT',
  'JOIN',
  'ANTI',
  'ORDER',
  'BY',
  '(',
  ')',
  '$1',
  '$2',
  'left',
  ',',
  '制',
];
const words = fc.array(fc.constantFrom(...bare, ...quoted), { minLength: 1, maxLength: 40 });

describe('a statement in lines', () => {
  it('has each clause on its own, and queries within it further in', () => {
    const long = 'a'.repeat(110);
    const sql = `SELECT count(*) FILTER (WHERE g) AS n FROM (SELECT l.${long} FROM "a FROM b" l ANTI JOIN x b ON l.r = b.r) t WHERE a IN (SELECT k FROM f) ORDER BY left(n, 1) LIMIT $1`;
    expect(inLines(sql)).toBe(
      [
        'SELECT count(*) FILTER (WHERE g) AS n',
        'FROM (',
        `  SELECT l.${long}`,
        '  FROM "a FROM b" l',
        '  ANTI JOIN x b ON l.r = b.r',
        ') t',
        'WHERE a IN (SELECT k FROM f)',
        'ORDER BY left(n, 1)',
        'LIMIT $1',
      ].join('\n'),
    );
  });

  it('says the same, in the same order', () => {
    fc.assert(
      fc.property(words, (pieces) => {
        // Between pieces only blanks may come and go; what is quoted stands as it was.
        let rest = inLines(pieces.join(' '));
        for (const piece of pieces) {
          rest = rest.trimStart();
          expect(rest.startsWith(piece)).toBe(true);
          rest = rest.slice(piece.length);
        }
        expect(rest.trim()).toBe('');
      }),
    );
  });
});

describe('several statements', () => {
  it('have each its own parameters', () => {
    expect(statementsOf('SELECT $1, $2;\nSELECT 1;\nSELECT "$9;\n$8", $1', ['a', 'b', 'c'])).toEqual([
      { sql: 'SELECT $1, $2', parameters: ['a', 'b'] },
      { sql: 'SELECT 1', parameters: [] },
      { sql: 'SELECT "$9;\n$8", $1', parameters: ['c'] },
    ]);
  });
});
