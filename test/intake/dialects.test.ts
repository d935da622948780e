import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { type Encoding, encodings, type ReadOptions } from '#shared/intake/index.ts';
import { runs } from '#test/support/tiers.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { textTable } from './asText.ts';
import { fileIn } from './support.ts';

interface Form {
  delimiter: string;
  quote: string;
  escape: '' | '\\';
  lineEnd: string;
  always: boolean;
  bom: boolean;
}

const forms = fc.record<Form>({
  delimiter: fc.constantFrom(',', ';', '\t', '|', '^', '||', '|@|'),
  quote: fc.constantFrom('"', "'"),
  escape: fc.constantFrom('', '\\'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  always: fc.boolean(),
  bom: fc.boolean(),
});

/** Characters that each encoding has. */
const letters: Readonly<Record<Encoding, string>> = {
  'utf-8': 'aZ0 é中文號あ😀',
  'utf-16le': 'aZ0 é中文號あ😀',
  'utf-16be': 'aZ0 é中文號あ😀',
  gb18030: 'aZ0 é中文号あ',
  big5: 'aZ0 中文號碼',
  shift_jis: 'aZ0 あカ名前表',
  'windows-1252': 'aZ0 éñüß',
};

const hostile = [',', ';', '\t', '|', '^', '"', "'", '\\', '\n', '\r\n', '#', '//', '  ', '""', '合计', '007', '1,5'];

function tables(encoding: Encoding) {
  const able = hostile.filter((piece) => !/\p{Script=Han}/u.test(piece) || /gb|utf/.test(encoding));
  const cell = fc
    .array(fc.oneof(fc.constantFrom(...able), fc.constantFrom(...letters[encoding])), { maxLength: 6 })
    .map((parts) => parts.join(''));
  return fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
}

function written(rows: readonly (readonly string[])[], form: Form): string {
  const { delimiter, quote, lineEnd, always } = form;
  const cellOf = (value: string) => {
    const plain = value !== '' && !/[\r\n'"\\]/.test(value) && !value.includes(delimiter) && value.trim() === value;
    if (plain && !always && !value.includes(delimiter[0] ?? '')) return value;
    const inside =
      form.escape === ''
        ? value.replaceAll(quote, quote + quote)
        : value.replace(/[\\'"]/g, (char) => (char === quote || char === '\\' ? `\\${char}` : char));
    return quote + inside + quote;
  };
  return rows.map((row) => row.map(cellOf).join(delimiter) + lineEnd).join('');
}

test('any table written in any dialect and encoding reads back equal', { timeout: 300_000 }, () =>
  withWorkspace(async (workspace, { folder }) => {
    let number = 0;
    const property = fc.asyncProperty(
      fc.constantFrom(...encodings).chain((encoding) => fc.tuple(fc.constant(encoding), tables(encoding))),
      forms,
      async ([encoding, rows], form) => {
        const bytes = iconv.encode(written(rows, form), encoding, { addBOM: form.bom && encoding.startsWith('utf') });
        const path = await fileIn(folder, `${number++}.csv`, bytes);
        const { delimiter, quote } = form;
        const layout = { headerRows: 0, skip: 0, comment: '', totals: false } as const;
        const options: ReadOptions = {
          format: 'delimited',
          encoding,
          delimiter,
          quote,
          escape: form.escape,
          ...layout,
        };
        const table = await textTable(workspace, path, options);
        expect(table.leftOut).toBe(0);
        expect(table.rows).toEqual(rows);
      },
    );
    await fc.assert(property, { numRuns: runs(80, 2000) });
  }),
);
