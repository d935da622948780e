import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quarantineTableOf, readQuarantine, tableOf } from '#engine/datasets/index.ts';
import { load, putBack, repairForm, repairRow, sweep } from '#engine/intake/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import type { Dataset, RepairCell } from '#shared/intake/index.ts';
import { auditIn } from '#test/support/audit.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { fileIn } from '../intake/support.ts';

const good = Array.from(
  { length: 30 },
  (_, i) => `${i},客户${i},1380013${8000 + i},2024/3/${(i % 28) + 1},"${i + 1},000.50"`,
);
const bad = [
  '31,张三,13800139001,2024/2/30,10',
  '32,李四,13800139002,2024/2/3',
  '33,王,五,13800139003,2024/5/6,7.5',
  '34,赵六,13800139004,2024-05-07,8',
];
const content = ['编号,姓名,手机,开户日,金额', ...good, ...bad].join('\n');
const nothing = async () => undefined;

const textsOf = (workspace: Workspace, dataset: Dataset) =>
  workspace.warehouse.rows(sql`SELECT COLUMNS(*)::VARCHAR FROM ${tableOf(dataset)} ORDER BY rowid DESC LIMIT 3`);
const linesOf = async (workspace: Workspace, dataset: Dataset) =>
  (await workspace.warehouse.rows(sql`SELECT text FROM ${quarantineTableOf(dataset)} ORDER BY line`)).map(
    ({ text }) => text,
  );

const written = (field: string, text: string): RepairCell => ({ kind: 'written', field, text });
const kept = (field: string, ...pieces: number[]): RepairCell => ({ kind: 'kept', field, pieces });

/** Loads the file, and opens each of its quarantined rows by the start of its text. */
function withBad(
  work: (
    workspace: Workspace,
    dataset: Dataset,
    at: (line: number) => Promise<{ dataset: string; version: number; row: number }>,
  ) => Promise<void>,
) {
  return withWorkspace(async (workspace, { folder }) => {
    const columns = [
      { column: '开户日', type: 'date' as const },
      { column: '金额', type: 'number' as const },
    ];
    const dataset = await load(workspace, await fileIn(folder, '客户.csv', content), '客户', { columns }, {});
    const at = async (line: number) => {
      const now = workspace.catalogue.datasets.byId(dataset.id);
      const { rows } = await readQuarantine(workspace, { dataset: dataset.id, offset: 0, limit: 100 });
      const row = rows.find((each) => each.line === line);
      return { dataset: dataset.id, version: now.version, row: row?.row ?? -1 };
    };
    await work(workspace, dataset, at);
  });
}

test('a row is put right cell by cell, read as the import reads, counted, and put back as it stood', () =>
  withBad(async (workspace, dataset, at) => {
    expect(dataset).toMatchObject({ rows: 30, quarantined: 4, forms: { 金额: ',.' } });
    const before = await linesOf(workspace, dataset);
    const form = await repairForm(workspace, await at(32));
    expect(form.pieces.map(({ text }) => text)).toEqual(['31', '张*', '138****9001', '2024/2/30', '10']);
    expect(form.faults).toEqual([{ field: '开户日', fault: 'notOfType', type: 'date' }]);
    const wrong = form.cells.map((cell) => (cell.field === '金额' ? written('金额', '一千') : cell));
    const refused = await repairRow(workspace, { ...(await at(32)), cells: wrong }, {}, nothing);
    expect(refused).toMatchObject({ kind: 'refused', faults: [{ field: '开户日' }, { field: '金额' }] });

    const right = form.cells.map((cell) => (cell.field === '开户日' ? written('开户日', '2024-02-29') : cell));
    const stale = await at(32);
    await repairRow(workspace, { ...stale, cells: right }, {}, nothing);
    await expect(repairRow(workspace, { ...stale, cells: right }, {}, nothing)).rejects.toMatchObject({
      messageId: 'quarantineChanged',
    });
    // One with too few cells: the last one is written, with the marks of this file.
    const short = await repairForm(workspace, await at(33));
    const filled = [...short.cells.slice(0, 4), written('金额', '￥1,234.5')];
    const second = await repairRow(workspace, { ...(await at(33)), cells: filled }, {}, nothing);
    const now = workspace.catalogue.datasets.byId(dataset.id);
    expect(second).toEqual({ kind: 'repaired', dataset: now });
    expect(now).toMatchObject({
      version: 3,
      rows: 32,
      quarantined: 2,
      repaired: [
        { id: 1, line: 32 },
        { id: 2, line: 33 },
      ],
    });
    expect(now.accounting).toMatchObject({ loaded: 32, quarantined: 2, records: dataset.accounting?.records });
    expect((await textsOf(workspace, now)).slice(0, 2)).toEqual([
      { 编号: '32', 姓名: '李四', 手机: '13800139002', 开户日: '2024-02-03', 金额: '1234.5' },
      { 编号: '31', 姓名: '张三', 手机: '13800139001', 开户日: '2024-02-29', 金额: '10.0' },
    ]);
    expect(now.fields.map(({ maximum }) => maximum).at(0)).toBe('32');

    // The first one goes back first: undoing is not bound to the last.
    await putBack(workspace, { dataset: dataset.id, version: 3, repair: 1 }, {}, nothing);
    const back = await putBack(workspace, { dataset: dataset.id, version: 4, repair: 2 }, {}, nothing);
    expect(back).toMatchObject({ ...dataset, version: 5 });
    expect(back.repaired).toBeUndefined();
    expect(await linesOf(workspace, back)).toEqual(before);
    await sweep(workspace);
    expect(await linesOf(workspace, back)).toEqual(before);

    const said = auditIn(workspace, 'repair');
    expect(said.map(({ facts }) => facts)).toEqual([
      { line: 32, written: '开户日', version: 2 },
      { line: 33, written: '金额', version: 3 },
      { line: 32, undone: 1, version: 4 },
      { line: 33, undone: 1, version: 5 },
    ]);
    expect(JSON.stringify(said)).not.toMatch(/张三|李四|1380013|2024-02/);
  }));

test('a masked value that may be anyone’s gets into no field that shows it', () =>
  withBad(async (workspace, _dataset, at) => {
    const form = await repairForm(workspace, await at(34));
    expect(form.pieces.map(({ masked }) => masked)).toEqual([false, true, true, true, false, false]);
    const leak = [kept('编号', 0), kept('姓名', 1, 2), kept('手机', 3), kept('开户日', 4), kept('金额', 3)];
    const refused = await repairRow(workspace, { ...(await at(34)), cells: leak }, {}, nothing);
    expect(refused).toMatchObject({ kind: 'refused' });
    const faults = refused.kind === 'refused' ? refused.faults : [];
    expect(faults).toContainEqual({ field: '金额', fault: 'hidden', type: 'number' });
    const good = [...leak.slice(0, 3), written('开户日', '2024-05-06'), written('金额', '7.5')];
    await repairRow(workspace, { ...(await at(34)), cells: good }, {}, nothing);
    const [last] = await textsOf(workspace, workspace.catalogue.datasets.get('客户'));
    expect(last).toMatchObject({ 姓名: '王,五', 手机: '13800139003', 金额: '7.5' });
  }));

test('repairs and undoing in any order keep every record accounted for', () =>
  withBad(async (workspace, dataset, at) => {
    const step = fc.record({ line: fc.constantFrom(32, 33, 34), back: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        for (const { line, back } of steps) {
          const now = workspace.catalogue.datasets.byId(dataset.id);
          const done = now.repaired?.find((each) => each.line === line);
          const plain = dataset.fields.map(({ name, type }) => written(name, type === 'date' ? '2024-01-01' : '5'));
          if (done && back) await putBack(workspace, { ...(await at(line)), repair: done.id }, {}, nothing);
          else if (!done) await repairRow(workspace, { ...(await at(line)), cells: plain }, {}, nothing);
        }
        const now = workspace.catalogue.datasets.byId(dataset.id);
        const [counted] = await workspace.warehouse.rows(sql`SELECT (SELECT count(*) FROM ${tableOf(now)}) AS rows,
          (SELECT count(*) FROM ${quarantineTableOf(now)}) AS quarantined`);
        expect(counted).toEqual({ rows: now.rows, quarantined: now.quarantined });
        expect(now.rows + now.quarantined).toBe(34);
        expect(now.rows).toBe(30 + (now.repaired?.length ?? 0));
      }),
      { numRuns: 4 },
    );
  }));
