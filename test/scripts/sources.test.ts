import { describe, expect, test } from 'vitest';
import { findAny } from '../../scripts/checks/code-style.ts';
import { findSql } from '../../scripts/checks/sql-text.ts';

describe('the search for any', () => {
  test.each([
    'const a: any = 1;',
    'f(x as any)',
    'const a: Record<string, any> = {};',
    'let a: any[];',
    'type A = string | any;',
  ])('finds it in %s', (code) => expect(findAny(code)).toEqual([1]));

  test.each([
    "// any of these: any\nconst a = 'as any';",
    'Promise.any([])',
    'const any = 1;',
    'z.any({ any: 1 })',
    '/* x: any */ const b: Company = c;',
  ])('leaves %s alone', (code) => expect(findAny(code)).toEqual([]));
});

describe('the search for SQL', () => {
  test.each(["q('SELECT a FROM b')", 'q(`SELECT a,\n  b\nFROM c`)', "'INSERT INTO t VALUES (1)'", "'DROP TABLE t'"])(
    'finds it in %s',
    (code) => expect(findSql(code)).toHaveLength(1),
  );

  test.each(["t('Select a file from the list')", '// SELECT a FROM b', "const FROM = 'x'"])('leaves %s alone', (code) =>
    expect(findSql(code)).toEqual([]),
  );
});
