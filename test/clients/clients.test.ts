import { describe, expect, it } from 'vitest';
import { checkClients, dropClientBases } from '#engine/clients/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import { addTable } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';

const clients = [
  { name: '编号', type: 'text' },
  { name: 'n', type: 'integer' },
] as const;
const facts = [{ name: '客户', type: 'integer' }] as const;

describe('the client model', () => {
  it('counts clients, duplicates, blanks and how facts match, keys compared as text', async () => {
    await withWorkspace(async (workspace) => {
      await addTable(workspace, '清单', clients, [
        ['1', 1],
        ['2', 2],
        [' 2', 3],
        ['', 4],
        [null, 5],
        ['  ', 6],
        ['007', 7],
      ]);
      await addTable(workspace, '流水', facts, [[1], [1], [2], [7], [null]]);
      const { summary, provenance } = await checkClients(workspace, {
        table: '清单',
        key: { kind: 'field', field: '编号' },
        facts: [{ table: '流水', field: '客户' }],
      });
      expect(summary).toEqual({
        clients: 3,
        rows: 7,
        duplicateRows: 1,
        blankKeys: 3,
        // 7 is not '007': a key that lost its zeros is another key.
        facts: [{ table: '流水', rows: 5, unmatchedRows: 2, clientsReached: 2 }],
      });
      expect(provenance.tables.map((table) => table.table)).toEqual(['清单', '流水']);
    });
  });

  it('takes each row for a client where there is no key', async () => {
    await withWorkspace(async (workspace) => {
      await addTable(workspace, '清单', clients, [
        ['1', 1],
        ['1', 1],
      ]);
      const { summary } = await checkClients(workspace, { table: '清单', key: { kind: 'row' }, facts: [] });
      expect(summary).toMatchObject({ clients: 2, duplicateRows: 0, blankKeys: 0 });
    });
  });

  it('works on a list without rows, and on one of blank keys only', async () => {
    await withWorkspace(async (workspace) => {
      await addTable(workspace, 'none', clients, []);
      await addTable(workspace, 'blank', clients, [
        [null, 1],
        ['', 2],
      ]);
      const key = { kind: 'field', field: '编号' } as const;
      expect((await checkClients(workspace, { table: 'none', key, facts: [] })).summary).toMatchObject({
        clients: 0,
        rows: 0,
      });
      expect((await checkClients(workspace, { table: 'blank', key, facts: [] })).summary).toMatchObject({
        clients: 0,
        blankKeys: 2,
      });
    });
  });

  it('lets one caller cancel without failing the other that waits for the same base', async () => {
    await withWorkspace(async (workspace) => {
      await addTable(workspace, '清单', clients, [['1', 1]]);
      const model = { table: '清单', key: { kind: 'field', field: '编号' } as const, facts: [] };
      const abort = new AbortController();
      const first = checkClients(workspace, model, { signal: abort.signal });
      const second = checkClients(workspace, model);
      abort.abort();
      await expect(first).rejects.toMatchObject({ code: 'cancelled' });
      expect((await second).summary.clients).toBe(1);
    });
  });

  it('takes 7.0 for 7, and a column named like the query’s own for a column', async () => {
    await withWorkspace(async (workspace) => {
      await addTable(workspace, '清单', clients, [
        ['0', 1],
        ['7', 2],
        ['8', 3],
      ]);
      await addTable(workspace, '浮点', [{ name: 'id', type: 'number' }], [[7], [7.5], [0], [null]]);
      const k = { name: 'k', type: 'text' } as const;
      await addTable(
        workspace,
        '流水',
        [k, { name: 'n', type: 'integer' }],
        [
          ['7', 1],
          [' 7', 2],
          ['7 ', 3],
          ['8', 4],
        ],
      );
      const { summary } = await checkClients(workspace, {
        table: '清单',
        key: { kind: 'field', field: '编号' },
        facts: [
          { table: '浮点', field: 'id' },
          { table: '流水', field: 'k' },
        ],
      });
      expect(summary.facts).toEqual([
        { table: '浮点', rows: 4, unmatchedRows: 2, clientsReached: 2 },
        { table: '流水', rows: 4, unmatchedRows: 0, clientsReached: 2 },
      ]);
    });
  });

  it('names a table or field that has gone', async () => {
    await withWorkspace(async (workspace) => {
      await addTable(workspace, '清单', clients, [['1', 1]]);
      const check = (table: string, field: string) =>
        checkClients(workspace, { table, key: { kind: 'field', field }, facts: [] });
      await expect(check('gone', 'x')).rejects.toMatchObject({ messageId: 'datasetMissing', params: { name: 'gone' } });
      await expect(check('清单', 'gone')).rejects.toMatchObject({
        messageId: 'fieldMissing',
        params: { field: 'gone' },
      });
    });
  });

  it('keeps nothing in memory of a table that is removed', async () => {
    await withWorkspace(async (workspace) => {
      const built = async () =>
        (
          await workspace.warehouse.rows(
            sql`SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'c\\_%' ESCAPE '\\'`,
          )
        ).length;
      const listed = await addTable(workspace, '清单', clients, [
        ['1', 1],
        ['1', 2],
      ]);
      const model = { table: '清单', key: { kind: 'field' as const, field: '编号' }, facts: [] };
      await checkClients(workspace, model);
      expect(await built()).toBe(1);
      await dropClientBases(workspace, listed.id);
      expect(await built()).toBe(0);
      expect((await checkClients(workspace, model)).summary.clients).toBe(1);
    });
  });

  it('takes wide and unbreakable spaces off keys as it does plain ones', async () => {
    await withWorkspace(async (workspace) => {
      await addTable(workspace, '清单', clients, [
        ['1', 1],
        ['2', 2],
      ]);
      await addTable(workspace, '流水', [{ name: '客户', type: 'text' }], [['1\u3000'], ['\u00a02'], ['3']]);
      const model = {
        ...{ table: '清单', key: { kind: 'field' as const, field: '编号' } },
        facts: [{ table: '流水', field: '客户' }],
      };
      const { summary } = await checkClients(workspace, model);
      expect(summary.facts).toEqual([{ table: '流水', rows: 3, unmatchedRows: 1, clientsReached: 2 }]);
    });
  });
});
