import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '#test/support/tiers.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { loadContent, loadIn } from './support.ts';

const lineEnds = ['\n', '\r\n', '\r'] as const;

describe('quarantine', () => {
  test.for(lineEnds)('lines are those of the file, with quoted line ends and blank lines before (%j)', async (end) => {
    const lines = [
      'title',
      'id,name,v',
      '1,"a',
      'b",3',
      '2,x',
      '',
      '3,y,zz',
      '4,y,5,6',
      '5,"q" w,3',
      '6,ok,7',
      '8,k,9',
    ];
    const options = { skip: 1, columns: [{ column: 'v', type: 'integer' as const }] };
    const { rows, quarantine } = await loadContent('a.csv', lines.join(end) + end, options);
    expect(rows).toEqual([
      { id: '1', name: `a${end}b`, v: '3' },
      { id: '6', name: 'ok', v: '7' },
      { id: '8', name: 'k', v: '9' },
    ]);
    expect(quarantine).toEqual([
      { line: 5, column_name: null, reason: 'missingColumns', text: '2,x' },
      { line: 7, column_name: 'v', reason: 'cast', text: '3,y,zz' },
      { line: 8, column_name: null, reason: 'tooManyColumns', text: '4,y,5,6' },
      { line: 9, column_name: 'name', reason: 'unquotedValue', text: '5,"q" w,3' },
    ]);
  });

  test('a line with several bad cells is one row', async () => {
    const columns = ['a', 'b'].map((column) => ({ column, type: 'integer' as const }));
    const { dataset, quarantine } = await loadContent('a.csv', 'a,b\n1,2\nx,y\n', { columns });
    expect(dataset).toMatchObject({ rows: 1, quarantined: 1 });
    expect(quarantine).toEqual([{ line: 3, column_name: 'a', reason: 'cast', text: 'x,y' }]);
  });

  test('line ends of several kinds in one file', async () => {
    const { rows, quarantine } = await loadContent('a.csv', 'id,s\n1,a\r\n2,"b\r\nc"\n3\r4,d\n');
    expect(rows).toEqual([
      { id: '1', s: 'a' },
      { id: '2', s: 'b\r\nc' },
      { id: '4', s: 'd' },
    ]);
    expect(quarantine).toMatchObject([{ line: 5, reason: 'missingColumns', text: '3' }]);
  });

  test('a slip that the sample shows leaves its column what it is', async () => {
    const lines = Array.from(
      { length: 60 },
      (_, i) => `${i},${i === 50 ? 'abc' : i * 1.5},2026-01-${i === 40 ? '45' : '05'}`,
    );
    const { dataset, quarantine } = await loadContent('a.csv', `id,amount,day\n${lines.join('\n')}\n`);
    expect(dataset.fields.map(({ type }) => type)).toEqual(['integer', 'number', 'date']);
    expect(dataset.rows).toBe(58);
    expect(quarantine).toMatchObject([
      { line: 42, column_name: 'day', reason: 'cast' },
      { line: 52, column_name: 'amount', reason: 'cast' },
    ]);
  });

  test('blanks around values are none of them; a tab behind whole numbers says that they are codes', async () => {
    const text =
      'id,\tno, day , amount,note\n1,20260102001\t, 2026-01-02 ,1.50\t, x \n2,20260102002\t,2026-01-03\t,\u30002.50,y\n3,20260102003\t, bad,3,z\n4,20260102004\t,,,\n';
    const columns = [{ column: 'day', type: 'date' as const }];
    const { dataset, rows, quarantine } = await loadContent('a.csv', text, { columns });
    expect(dataset.fields.map(({ type }) => type)).toEqual(['integer', 'text', 'date', 'number', 'text']);
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['1', '20260102001\t', '2026-01-02', '1.5', ' x '],
      ['2', '20260102002\t', '2026-01-03', '2.5', 'y'],
      ['4', '20260102004\t', null, null, null],
    ]);
    expect(quarantine).toMatchObject([{ line: 4, reason: 'cast' }]);
  });

  test('dates of two forms: what fits neither goes to quarantine with its line', async () => {
    const content =
      'a,b,c\n05/01/2024,2024-01-05,"x\ny"\n25/01/2024,2024-01-25,z\n01/02/2024,2024-13-01,z\n\n7/7/24,2024-01-01,z\n';
    const columns = ['a', 'b'].map((column) => ({ column, type: 'date' as const }));
    const { rows, quarantine } = await loadContent('a.csv', content, { columns });
    expect(rows.map(({ a, b }) => [a, b])).toEqual([
      ['2024-01-05', '2024-01-05'],
      ['2024-01-25', '2024-01-25'],
    ]);
    expect(quarantine).toMatchObject([
      { line: 5, column_name: 'b', text: '01/02/2024,2024-13-01,z' },
      { line: 7, column_name: 'a', text: '7/7/24,2024-01-01,z' },
    ]);
  });

  test('a few lines that are not UTF-8 are kept aside', async () => {
    const good = Array.from({ length: 300 }, (_, i) => `${i},张三\n`).join('');
    const content = Buffer.concat([Buffer.from(`id,name\n${good}`), Buffer.from([0x39, 0x2c, 0xff, 0x0a])]);
    const { dataset, quarantine } = await loadContent('a.csv', content, { encoding: 'utf-8' });
    expect(dataset).toMatchObject({ rows: 300, quarantined: 1 });
    expect(quarantine).toMatchObject([{ line: 302, reason: 'invalidEncoding', column_name: 'name' }]);
  });
});

/** Whatever DuckDB may stumble over, without what no text table can hold. */
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.string({ maxLength: 8, unit: fc.constantFrom(...'ab01 ,;|\t"\'中é\n\r.-') }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);

interface Written {
  content: string;
  good: string[][];
  badLines: number[];
}

/** Writes a table in a dialect; `bad` rows are ragged. An oracle of its own: it counts lines as they are written. */
function write(
  table: readonly { values: readonly string[]; bad: 'short' | 'long' | null; blankBefore: boolean }[],
  dialect: { delimiter: string; end: string; finalEnd: boolean },
): Written {
  const width = 3;
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
  let content = ['c1', 'c2', 'c3'].join(dialect.delimiter) + dialect.end;
  let line = 2;
  const good: string[][] = [];
  const badLines: number[] = [];
  for (const { values, bad, blankBefore } of table) {
    if (blankBefore) {
      content += dialect.end;
      line++;
    }
    const wanted = bad === 'short' ? width - 1 : bad === 'long' ? width + 1 : width;
    // The last value of a long row is never empty: DuckDB overlooks empty ones beyond the end.
    const cells = Array.from({ length: wanted }, (_, i) => values[i] ?? 'x');
    if (bad) badLines.push(line);
    else good.push(cells);
    const text = cells.map(quoted).join(dialect.delimiter);
    content += text + dialect.end;
    line += 1 + (text.match(/\r\n|\r|\n/g)?.length ?? 0);
  }
  return { content: dialect.finalEnd ? content : content.slice(0, -dialect.end.length), good, badLines };
}

test(
  'every record is loaded or kept aside with its line, in any dialect',
  () =>
    withWorkspace(async (workspace, at) => {
      const row = fc.record({
        values: fc.array(cell, { minLength: 3, maxLength: 3 }),
        bad: fc.constantFrom(null, null, null, null, 'short' as const, 'long' as const),
        blankBefore: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      });
      const dialect = fc.record({
        delimiter: fc.constantFrom(',', ';', '\t', '|'),
        end: fc.constantFrom(...lineEnds),
        finalEnd: fc.boolean(),
      });
      const property = fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        dialect,
        async (table, written) => {
          const { content, good, badLines } = write(table, written);
          fc.pre(good.length > 0);
          const columns = ['c1', 'c2', 'c3'].map((column) => ({ column, type: 'text' as const }));
          const options = {
            encoding: 'utf-8' as const,
            delimiter: written.delimiter,
            quote: '"',
            header: true,
            skip: 0,
            columns,
          };
          const { dataset, rows, quarantine } = await loadIn(workspace, at, 'table.csv', content, options);
          expect(rows.map((loaded) => Object.values(loaded).map((value) => value ?? ''))).toEqual(good);
          expect(quarantine.map(({ line }) => line)).toEqual(badLines);
          expect(dataset.rows + dataset.quarantined).toBe(table.length);
        },
      );
      await fc.assert(property, { numRuns: runs(30, 400) });
    }),
  120_000,
);
