import { describe, expect, test } from 'vitest';
import { literal, sql } from '#engine/warehouse/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { type Loaded, loadIn } from './support.ts';

const rows = 30_000;

/** A file of one column, and how DuckDB has stored its texts. */
function storedAs(textOf: (row: number) => string): Promise<{ compressions: unknown[]; loaded: Loaded }> {
  return withWorkspace(async (workspace, folder) => {
    const values = Array.from({ length: rows }, (_, i) => `${textOf(i)},x`);
    const loaded = await loadIn(workspace, folder, 'texts.csv', `text,other\n${values.join('\n')}\n`);
    await workspace.warehouse.run(sql`CHECKPOINT`);
    const { id, version } = loaded.dataset;
    const segments = await workspace.warehouse.rows(
      sql`SELECT DISTINCT compression FROM pragma_storage_info(${literal(`d_${id}_${version}`)})
          WHERE column_name = 'text' AND segment_type = 'VARCHAR'`,
    );
    return { compressions: segments.map(({ compression }) => compression), loaded };
  });
}

describe('texts are stored by what the sample says of them', () => {
  test('identifiers as they are', async () => {
    const { compressions, loaded } = await storedAs((i) => `0${1e6 + i}`);
    expect(compressions).toEqual(['Uncompressed']);
    expect(loaded.rows[rows - 1]).toEqual({ text: '01029999', other: 'x' });
  });

  test('prose by what its parts share', async () => {
    const { compressions, loaded } = await storedAs((i) => `the client called about invoice ${i} and was told to wait`);
    expect(compressions).toEqual(['FSST']);
    expect(loaded.rows[7]?.text).toBe('the client called about invoice 7 and was told to wait');
  });

  test('categories once each', async () => {
    const { compressions, loaded } = await storedAs((i) => (i % 3 === 0 ? '手机银行' : '柜台'));
    expect(compressions).toEqual(['Dictionary']);
    expect(loaded.rows.filter(({ text }) => text === '柜台')).toHaveLength((rows * 2) / 3);
  });

  test('a column that the sample mistook is whole all the same', async () => {
    // Few words where the sample lies, at both ends and in the middle, and long texts elsewhere.
    const long = (i: number) => `${'长文本'.repeat(60)}${i}`;
    const { loaded } = await storedAs((i) => (i > 5000 && i < 7000 ? long(i) : 'word'));
    expect(loaded.rows.map(({ text }) => text)).toEqual(
      Array.from({ length: rows }, (_, i) => (i > 5000 && i < 7000 ? long(i) : 'word')),
    );
    expect(loaded.quarantine).toEqual([]);
  });
});
