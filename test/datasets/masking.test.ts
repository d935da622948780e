import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  maskedDataset,
  openView,
  quarantineTableOf,
  readPage,
  readQuarantine,
  readValues,
  revealCell,
  setSensitivity,
} from '#engine/datasets/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import type { PageColumn } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { isIdentity, sensitivities } from '#shared/privacy/sensitivity.ts';
import { auditIn } from '#test/support/audit.ts';
import { addTable, hostileNames } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';

const identities = sensitivities.filter(isIdentity);

/** What must never be seen, written the way people write it, alone or with something around it. */
const identifier = fc.constantFrom(
  '11010519491231002X',
  '440524188001010014',
  '13812345678',
  '+86 138-1234-5678',
  '4111111111111111',
  '4111 1111 1111 1111',
  '6222021234567890128',
);
const around = fc.constantFrom('', ' ', '王', '北京市朝阳区', 'a@', '@x.com', '13', '/', '；电话');
const value = fc.option(
  fc.tuple(around, identifier, around).map((parts) => parts.join('')),
  { nil: null },
);

const texts = (column: PageColumn | undefined) =>
  column
    ? Array.from<string | number, string | null>(column.values, (each, i) => (column.nulls[i] ? null : String(each)))
    : [];

/** Eleven digits of the value in a row, whatever was written between them: more than any mask leaves. */
const digitsOf = (text: string) => text.replace(/[^\dXx]/g, '');

async function pageOf(workspace: Workspace, dataset: Dataset, sorted: boolean) {
  const fields = dataset.fields.map(({ name }) => name);
  const sort = sorted ? [{ field: fields[0] ?? '', descending: true }] : [];
  const { view } = await openView(workspace, { dataset: dataset.id, sort, filters: [] }, {});
  return { view, page: await readPage(workspace, { view, offset: 0, limit: 100, fields }) };
}

describe('a page', () => {
  it('never holds a full ID number, phone or card of an identity field', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...identities),
        fc.array(value, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(...hostileNames),
        fc.boolean(),
        async (sensitivity, values, name, sorted) => {
          await withWorkspace(async (workspace) => {
            const columns = [{ name, type: 'text' as const, sensitivity }];
            const dataset = await addTable(
              workspace,
              't',
              columns,
              values.map((each) => [each]),
            );
            const { page } = await pageOf(workspace, dataset, sorted);
            const shown = texts(page.columns[0]);
            expect(shown.filter((each) => each === null)).toHaveLength(values.filter((each) => each === null).length);
            for (const each of shown) {
              if (each === null) continue;
              expect(digitsOf(each).length).toBeLessThan(11);
              expect(values).not.toContain(each);
            }
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('masks by class whatever the type, and leaves amounts and internal fields exact', async () => {
    await withWorkspace(async (workspace) => {
      const columns = [
        { name: '手机', type: 'integer', sensitivity: 'phone' },
        { name: '生日', type: 'date', sensitivity: 'birthDate' },
        { name: '余额', type: 'number', sensitivity: 'amount' },
        { name: '开通', type: 'boolean', sensitivity: 'secret' },
        { name: '企业', type: 'text', sensitivity: 'company' },
      ] as const;
      const dataset = await addTable(workspace, 't', columns, [[13812345678n, '1985-03-07', 12.5, true, '甲公司']]);
      const { page } = await pageOf(workspace, dataset, false);
      expect(page.columns.map((column) => texts(column)[0])).toEqual(['138****5678', '1985', '12.5', '****', '甲公司']);
      expect(page.columns[2]?.kind).toBe('number');
    });
  });

  it('is sorted and filtered by the values themselves', async () => {
    await withWorkspace(async (workspace) => {
      const columns = [{ name: '姓名', type: 'text', sensitivity: 'name' }] as const;
      const dataset = await addTable(workspace, 't', columns, [['王丙'], ['王甲'], ['李乙']]);
      const filters = [{ field: '姓名', test: { op: 'startsWith', value: '王' } as const }];
      const sort = [{ field: '姓名', descending: true }];
      const { view, rows } = await openView(workspace, { dataset: dataset.id, sort, filters }, {});
      expect(rows).toBe(2);
      const cell = (row: number) => revealCell(workspace, { view, row, field: '姓名', reason: '核对名单' });
      const ordered = ['王丙', '王甲'].toSorted((a, b) => Buffer.compare(Buffer.from(b), Buffer.from(a)));
      expect([(await cell(0)).value, (await cell(1)).value]).toEqual(ordered);
    });
  });

  it('shows extremes by class', async () => {
    await withWorkspace(async (workspace) => {
      const dataset = await addTable(
        workspace,
        't',
        [
          { name: 'a', type: 'text', sensitivity: 'name' },
          { name: 'b', type: 'date', sensitivity: 'birthDate' },
          { name: 'c', type: 'number', sensitivity: 'amount' },
        ],
        [],
      );
      const fields = dataset.fields.map((field) => ({ ...field, minimum: '1985-03-07', maximum: '1999-12-31' }));
      expect(maskedDataset({ ...dataset, fields }).fields.map(({ minimum, maximum }) => [minimum, maximum])).toEqual([
        [null, null],
        ['1985', '1999'],
        ['1985-03-07', '1999-12-31'],
      ]);
    });
  });
});

describe('a reveal', () => {
  const columns = [
    { name: '卡号', type: 'text', sensitivity: 'card' },
    { name: '密码', type: 'text', sensitivity: 'secret' },
  ] as const;

  it('gives the widest view of one cell and logs which, with the reason, never the value', async () => {
    await withWorkspace(async (workspace) => {
      const dataset = await addTable(workspace, '客户', columns, [
        ['4000000000000002', '1'],
        ['4111111111111111', '2'],
      ]);
      const { view } = await pageOf(workspace, dataset, true);
      const revealed = await revealCell(workspace, { view, row: 0, field: '卡号', reason: ' 联系 13812345678 ' });
      expect(revealed).toEqual({ value: '411111******1111', seconds: 30 });
      expect(auditIn(workspace, 'reveal')).toEqual([
        {
          subject: '客户',
          facts: { version: 1, field: '卡号', row: 2, class: 'card', reason: '联系 138****5678' },
        },
      ]);
      expect(workspace.catalogue.audit.verify()).toBeNull();
    });
  });

  it('is refused for a secret, without a reason, and for a row that has gone; nothing is logged then', async () => {
    await withWorkspace(async (workspace) => {
      const dataset = await addTable(workspace, 't', columns, [['4111111111111111', '2']]);
      const { view } = await pageOf(workspace, dataset, true);
      const ask = { view, row: 0, field: '卡号', reason: '核对客户' };
      const refused = async (change: Partial<typeof ask>, messageId: string) =>
        expect(revealCell(workspace, { ...ask, ...change })).rejects.toMatchObject({ messageId });
      await refused({ field: '密码' }, 'secretNotShown');
      await refused({ reason: '  x ' }, 'reasonNeeded');
      await refused({ row: 1 }, 'rowGone');
      await refused({ view: 'gone' }, 'viewExpired');
      await refused({ field: 'gone' }, 'fieldMissing');
      expect(auditIn(workspace, 'reveal')).toEqual([]);
    });
  });
});

describe("a field's class", () => {
  it('is raised freely and lowered with a reason; everything shown follows', async () => {
    await withWorkspace(async (workspace, { events }) => {
      const columns = [{ name: '备注', type: 'text' }] as const;
      const dataset = await addTable(workspace, 't', columns, [['王小明'], ['李四']]);
      const { view } = await pageOf(workspace, dataset, false);
      const change = { dataset: dataset.id, field: '备注' };

      await setSensitivity(workspace, { ...change, sensitivity: 'name', reason: null });
      expect(events.at(-1)).toEqual({ type: 'dataChanged', table: 't', version: 1 });
      const stale = readPage(workspace, { view, offset: 0, limit: 1, fields: ['备注'] });
      await expect(stale).rejects.toMatchObject({ messageId: 'viewExpired' });
      const raised = workspace.catalogue.datasets.byId(dataset.id);
      expect(texts((await pageOf(workspace, raised, false)).page.columns[0])).toEqual(['王**', '李*']);
      const values = readValues(workspace, { dataset: dataset.id, field: '备注', search: null, limit: 5 });
      await expect(values).rejects.toMatchObject({ messageId: 'valuesWithheld' });

      const lower = { ...change, sensitivity: 'internal' as const };
      await expect(setSensitivity(workspace, { ...lower, reason: null })).rejects.toMatchObject({
        messageId: 'reasonNeeded',
      });
      const lowered = await setSensitivity(workspace, { ...lower, reason: '这是产品名' });
      expect(lowered.fields[0]).toMatchObject({ sensitivity: 'internal', minimum: '李四', maximum: '王小明' });
      expect(texts((await pageOf(workspace, lowered, false)).page.columns[0])).toEqual(['王小明', '李四']);
      expect(auditIn(workspace, 'sensitivity')).toEqual([
        { subject: 't', facts: { field: '备注', from: 'internal', to: 'name', reason: '' } },
        { subject: 't', facts: { field: '备注', from: 'name', to: 'internal', reason: '这是产品名' } },
      ]);
    });
  });
});

describe('quarantined rows', () => {
  it('are masked by the columns of the file, whatever their names in the dataset', async () => {
    await withWorkspace(async (workspace) => {
      const made = await addTable(
        workspace,
        't',
        [
          { name: '编号', type: 'integer' },
          { name: '联系人', type: 'text', sensitivity: 'name' },
          { name: '生日', type: 'date', sensitivity: 'birthDate' },
        ],
        [],
      );
      const options = {
        delimiter: ';',
        columns: [{ column: 'id', name: '编号' }, { column: '联系人' }, { column: '生日' }],
      };
      workspace.catalogue.datasets.replace(made.id, { ...made, options, quarantined: 2 });
      const table = quarantineTableOf(made);
      await workspace.warehouse.run(
        sql`CREATE TABLE ${table} (line BIGINT, column_name VARCHAR, reason VARCHAR, detail VARCHAR, text VARCHAR)`,
      );
      await workspace.warehouse.run(sql`INSERT INTO ${table} VALUES
        (2, '生日', 'cast', '"1985-13-45" → DATE', 'x1;欧阳娜娜;1985-13-45'),
        (3, NULL, 'missingColumns', '2 / 3', '2;手机 13812345678')`);
      const { rows } = await readQuarantine(workspace, { dataset: made.id, offset: 0, limit: 10 });
      expect(rows.map(({ detail, text }) => [detail, text])).toEqual([
        ['"1985" → DATE', 'x1;欧阳**;1985'],
        ['2 / 3', '*;****'],
      ]);
    });
  });
});
