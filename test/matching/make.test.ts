import { expect, test } from 'vitest';
import { tableOf } from '#engine/datasets/index.ts';
import { makeMatch, matchLists, readPairs, revealValue } from '#engine/matching/index.ts';
import { refreshDerived } from '#engine/refresh/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import { staleness } from '#shared/derived/index.ts';
import type { MatchDefinition } from '#shared/matching/index.ts';
import { auditIn } from '#test/support/audit.ts';
import { addTable } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';

test('the merged list: values survive by their rules, rows keep where they came from, facts follow, and all is made again', () =>
  withWorkspace(async (workspace) => {
    const crm = await addTable(
      workspace,
      '客户系统',
      [
        { name: '号', type: 'text' },
        { name: '名', type: 'text', sensitivity: 'name' },
        { name: '手机', type: 'text', sensitivity: 'phone' },
        { name: '更新', type: 'date' },
        { name: '级别', type: 'text' },
      ],
      [
        ['A1', '张三', '13800000001', '2024-01-01', '普通'],
        ['A2', '张三丰', '13800000001', '2024-03-01', ' '],
        ['A3', '李四', '13800000003', null, '普通'],
      ],
    );
    await addTable(
      workspace,
      '手机银行',
      [
        { name: '编号', type: 'integer' },
        { name: '姓名', type: 'text', sensitivity: 'name' },
        { name: '电话', type: 'text', sensitivity: 'phone' },
        { name: '级', type: 'text' },
      ],
      [
        [7, '张三', '+86 13800000001', '贵宾'],
        [8, '张三', '13900000009', '贵宾'],
      ],
    );
    await addTable(
      workspace,
      '交易',
      [
        { name: '号', type: 'text' },
        { name: '金额', type: 'number', sensitivity: 'amount' },
      ],
      [
        ['A2', 5],
        ['A3', 6],
        ['X', 7],
      ],
    );
    const wanted: MatchDefinition = {
      ...{
        output: '合并名单',
        idColumn: '客户编号',
        keys: ['phone', 'nameCity'],
        sharedBy: 3,
        nearNames: true,
        decisions: [],
      },
      lists: [
        { table: '客户系统', fields: { 姓名: '名', 电话: '手机', 级别: '级别' }, key: '号', date: '更新' },
        { table: '手机银行', fields: { 姓名: '姓名', 电话: '电话', 级别: '级' }, key: null, date: null },
      ],
      attributes: [
        { name: '姓名', role: 'name', rule: { kind: 'longest' } },
        { name: '电话', role: 'phone', rule: { kind: 'newest' } },
        { name: '级别', role: 'other', rule: { kind: 'list', table: '手机银行' } },
      ],
      facts: [{ table: '交易', field: '号', list: '客户系统', output: '交易（合并）' }],
    };
    workspace.catalogue.definitions.create('match', '合并', wanted);
    const [clients, lineage, facts] = await makeMatch(workspace, '合并', {});
    expect(clients?.fields.map(({ name, sensitivity }) => [name, sensitivity])).toEqual([
      ['客户编号', 'internal'],
      ['姓名', 'name'],
      ['电话', 'phone'],
      ['级别', 'internal'],
      ['来源名单', 'internal'],
      ['来源行数', 'internal'],
    ]);
    const rowsOf = (dataset: typeof clients) =>
      workspace.warehouse.rows(sql`SELECT * FROM ${tableOf(dataset ?? crm)} ORDER BY rowid`);
    const merged = await rowsOf(clients);
    expect(merged.map(({ 客户编号: _, ...rest }) => rest)).toEqual([
      { 姓名: '张三丰', 电话: '13800000001', 级别: '贵宾', 来源名单: '客户系统、手机银行', 来源行数: 3 },
      { 姓名: '李四', 电话: '13800000003', 级别: '普通', 来源名单: '客户系统', 来源行数: 1 },
      { 姓名: '张三', 电话: '13900000009', 级别: '贵宾', 来源名单: '手机银行', 来源行数: 1 },
    ]);
    const [first, second, third] = merged.map(({ 客户编号 }) => 客户编号);
    expect(await rowsOf(lineage)).toEqual([
      { 客户编号: first, 名单: '客户系统', 行号: 1, 名单内编号: 'A1', 合并依据: '电话' },
      { 客户编号: first, 名单: '客户系统', 行号: 2, 名单内编号: 'A2', 合并依据: '电话' },
      { 客户编号: second, 名单: '客户系统', 行号: 3, 名单内编号: 'A3', 合并依据: null },
      { 客户编号: first, 名单: '手机银行', 行号: 1, 名单内编号: null, 合并依据: '电话' },
      { 客户编号: third, 名单: '手机银行', 行号: 2, 名单内编号: null, 合并依据: null },
    ]);
    expect((await rowsOf(facts)).map((row) => row.客户编号)).toEqual([first, second, null]);
    const again = await makeMatch(workspace, '合并', {});
    expect(again.map(({ id: own, version }) => [own, version])).toEqual(
      [clients, lineage, facts].map((each) => [each?.id, 2]),
    );
    expect(await rowsOf(again[0])).toEqual(merged);
    // A table that is no longer among the facts is made by nothing any more; the others are.
    const { definitions, datasets } = workspace.catalogue;
    const saved = definitions.get('match', '合并');
    definitions.save('match', saved.id, saved.version, '合并', { ...wanted, facts: [] });
    const reasons = again.map((each) => staleness(each, datasets.list(), definitions.list()).map(({ kind }) => kind));
    expect(reasons).toEqual([['definition'], ['definition'], ['definitionGone']]);
    await refreshDerived(workspace, '合并名单', {});
    expect(datasets.get('合并名单').version).toBe(3);

    const city = {
      ...wanted,
      attributes: [...wanted.attributes, { name: '市', role: 'city' as const, rule: { kind: 'first' as const } }],
    };
    const doubtful = {
      ...city,
      lists: city.lists.map((list) => ({ ...list, fields: { ...list.fields, 市: list.fields['级别'] ?? '' } })),
    };
    const { pairs } = await readPairs(
      workspace,
      { definition: doubtful, show: 'open', sort: 'trust', offset: 0, limit: 10 },
      {},
    );
    expect(pairs).toMatchObject([
      {
        doubt: 'contradiction',
        key: 'nameCity',
        a: { table: '手机银行', number: 1 },
        b: { table: '手机银行', number: 2, values: ['张*', '139****0009', '贵宾', '贵宾'] },
        differs: [false, true, false, false],
      },
    ]);
    const seen = await revealValue(workspace, {
      definition: doubtful,
      table: '手机银行',
      number: 2,
      attribute: '电话',
      reason: '核对客户',
    });
    expect(seen.value).toBe('13900000009');
    expect(auditIn(workspace, 'reveal')).toMatchObject([
      { subject: '手机银行', facts: { field: '电话', row: 2, reason: '核对客户' } },
    ]);
    const [pair] = pairs;
    const told = (same: boolean) => ({
      ...doubtful,
      decisions: pair
        ? [
            {
              a: { table: pair.a.table, row: pair.a.row },
              b: { table: pair.b.table, row: pair.b.row },
              same,
              reason: null,
            },
          ]
        : [],
    });
    expect((await matchLists(workspace, told(true))).summary).toMatchObject({
      clients: 2,
      joinedByHand: 2,
      doubtful: { open: 0, decided: 0 },
    });
    expect((await matchLists(workspace, told(false))).summary).toMatchObject({
      clients: 3,
      doubtful: { open: 0, decided: 1 },
    });
  }));
