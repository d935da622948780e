import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeLike, identifier, join, literal, sql } from '#engine/warehouse/index.ts';
import { hostileNames } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';

describe('the sql tag', () => {
  it('binds every value, falsy ones too, and splices fragments', () => {
    const inner = sql`b = ${0} AND c = ${''}`;
    const statement = sql`SELECT ${identifier('a"b')} WHERE ${inner} AND d = ${false} AND e IS ${null}`;
    expect(statement.text).toBe('SELECT "a""b" WHERE b = $1 AND c = $2 AND d = $3 AND e IS $4');
    expect(statement.values).toEqual([0, '', false, null]);
  });

  it('joins fragments and keeps the order of their values', () => {
    expect(join([sql`${1}`, sql`x`, sql`${2}`], ', ')).toMatchObject({ text: '$1, x, $2', values: [1, 2] });
    expect(join([], ' AND ').text).toBe('');
  });

  it('gives any text back unchanged: bound, as a literal, as a name and inside LIKE', async () => {
    await withWorkspace(async ({ warehouse }) => {
      // A NUL ends a C string: DuckDB refuses it in names and literals, and nothing of ours lets one through.
      const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }).filter((value) => !value.includes('\0'));
      await fc.assert(
        fc.asyncProperty(fc.oneof(text, fc.constantFrom(...hostileNames)), async (value) => {
          const [row] = await warehouse.rows(
            sql`SELECT ${value} AS bound, ${literal(value)} AS quoted, ${identifier(value)} AS named, quoted LIKE ${escapeLike(value)} ESCAPE '\\' AS liked FROM (SELECT ${value} AS ${identifier(value)})`,
          );
          expect(row).toEqual({ bound: value, quoted: value, named: value, liked: true });
        }),
        { numRuns: 60 },
      );
    });
  });
});
