import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { dropViews, openView, readPage, readQuarantine } from '#engine/datasets/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import type { PageColumn } from '#shared/contract/index.ts';
import { addTable, hostileNames } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';

const columns = [
  { name: hostileNames[0], type: 'text' },
  { name: hostileNames[6], type: 'integer' },
  { name: hostileNames[3], type: 'number' },
] as const;
const names = columns.map((column) => column.name);

const row = fc.tuple(
  fc.option(fc.constantFrom('', 'a', 'B', 'b', '制'), { nil: null }),
  fc.option(fc.integer({ min: -3, max: 3 }), { nil: null }),
  fc.option(fc.constantFrom(0, 0.5, -2.25), { nil: null }),
);
type Row = readonly (string | number | null)[];

function cells(column: PageColumn): (string | number | null)[] {
  const values: ArrayLike<string | number> = column.values;
  return Array.from(values, (value, i) => (column.nulls[i] ? null : value));
}

/** All rows of a view, read page by page with a given page size. */
async function readAll(workspace: Workspace, view: string, limit: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (let offset = 0; ; offset += limit) {
    const page = await readPage(workspace, { view, offset, limit, fields: names });
    const columnCells = page.columns.map(cells);
    for (let i = 0; i < page.rows; i++) rows.push(columnCells.map((column) => column[i] ?? null));
    if (page.rows < limit) return rows;
  }
}

/** The grid hands whole numbers of 64 bits on as text. */
const asPaged = (rows: readonly Row[]): Row[] =>
  rows.map(([text, whole, real]) => [text ?? null, whole === null ? null : String(whole), real ?? null]);

describe('a grid view', () => {
  it('pages through the file order without a sort, whatever the page size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 40 }), fc.integer({ min: 1, max: 17 }), async (rows, limit) => {
        await withWorkspace(async (workspace) => {
          const dataset = await addTable(workspace, 't', columns, rows);
          const view = await openView(workspace, { dataset: dataset.id, sort: [], filters: [] }, {});
          expect(view.rows).toBe(rows.length);
          expect(await readAll(workspace, view.view, limit)).toEqual(asPaged(rows));
        });
      }),
      { numRuns: 10 },
    );
  });

  it('sorts like a stable sort with empty values last, either way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.boolean(),
        fc.boolean(),
        async (rows, textDown, wholeDown) => {
          await withWorkspace(async (workspace) => {
            const dataset = await addTable(workspace, 't', columns, rows);
            const sort = [
              { field: names[1] ?? '', descending: wholeDown },
              { field: names[0] ?? '', descending: textDown },
            ];
            const view = await openView(workspace, { dataset: dataset.id, sort, filters: [] }, {});
            const expected = rows.toSorted((a, b) => order(a[1], b[1], wholeDown) || order(a[0], b[0], textDown));
            expect(await readAll(workspace, view.view, 7)).toEqual(asPaged(expected));
          });
        },
      ),
      { numRuns: 10 },
    );
  });

  it('filters, counts what is left, and picks and orders columns', async () => {
    await withWorkspace(async (workspace) => {
      const dataset = await addTable(workspace, 't', columns, [
        ['a', 1, 0],
        [null, 2, 1],
        ['b', 3, null],
        ['A', 4, 2],
      ]);
      const filters = [{ field: names[0] ?? '', test: { op: 'contains', value: 'a' } as const }];
      const view = await openView(workspace, { dataset: dataset.id, sort: [], filters }, {});
      expect(view.rows).toBe(2);
      const page = await readPage(workspace, {
        view: view.view,
        offset: 0,
        limit: 10,
        fields: [names[2] ?? '', names[0] ?? ''],
      });
      expect(page.columns.map(cells)).toEqual([
        [0, 2],
        ['a', 'A'],
      ]);
    });
  });

  it('names a field that has gone, and expires with its dataset', async () => {
    await withWorkspace(async (workspace) => {
      const dataset = await addTable(workspace, 't', columns, [['a', 1, 0]]);
      const ask = { dataset: dataset.id, sort: [{ field: 'gone', descending: false }], filters: [] };
      await expect(openView(workspace, ask, {})).rejects.toMatchObject({ messageId: 'fieldMissing' });
      const { view } = await openView(workspace, { ...ask, sort: [] }, {});
      await dropViews(workspace, dataset.id);
      await expect(readPage(workspace, { view, offset: 0, limit: 1, fields: [] })).rejects.toMatchObject({
        messageId: 'viewExpired',
      });
    });
  });

  it('keeps the last four views and drops the tables of older ones', async () => {
    await withWorkspace(async (workspace) => {
      const dataset = await addTable(workspace, 't', columns, [['a', 1, 0]]);
      const ask = { dataset: dataset.id, sort: [{ field: names[0] ?? '', descending: true }], filters: [] };
      const views: string[] = [];
      for (let i = 0; i < 6; i++) views.push((await openView(workspace, ask, {})).view);
      const alive = await Promise.allSettled(
        views.map((view) => readPage(workspace, { view, offset: 0, limit: 1, fields: names })),
      );
      expect(alive.map((settled) => settled.status)).toEqual([
        'rejected',
        'rejected',
        'fulfilled',
        'fulfilled',
        'fulfilled',
        'fulfilled',
      ]);
    });
  });

  it('leaves no table behind when opening fails after the table was made', async () => {
    await withWorkspace(async (workspace) => {
      const dataset = await addTable(workspace, 't', columns, [['a', 1, 0]]);
      const ask = { dataset: dataset.id, sort: [{ field: names[0] ?? '', descending: true }], filters: [] };
      const counting = vi.spyOn(workspace.warehouse, 'rows').mockRejectedValueOnce(new Error('out of memory'));
      await expect(openView(workspace, ask, {})).rejects.toThrow('out of memory');
      counting.mockRestore();
      const left = await workspace.warehouse.rows(
        sql`SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, 'v_')`,
      );
      expect(left).toEqual([]);
    });
  });

  it('says that a dataset without a quarantine is not there', async () => {
    await withWorkspace(async (workspace) => {
      await expect(readQuarantine(workspace, { dataset: 'none', offset: 0, limit: 1 })).rejects.toMatchObject({
        messageId: 'datasetMissing',
      });
    });
  });
});

function order(
  a: string | number | null | undefined,
  b: string | number | null | undefined,
  descending: boolean,
): number {
  if (a == null || b == null) return Number(a == null) - Number(b == null);
  const sign =
    typeof a === 'number' ? Math.sign(a - Number(b)) : Buffer.compare(Buffer.from(a), Buffer.from(String(b)));
  return descending ? -sign : sign;
}
