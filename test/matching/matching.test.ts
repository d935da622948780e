import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberClients } from '#engine/matching/compute.ts';
import { matchLists, readDecided, readPairs } from '#engine/matching/index.ts';
import { inputsOf } from '#engine/matching/inputs.ts';
import { hashSql } from '#engine/matching/keys.ts';
import { normalisedQuery } from '#engine/matching/normalise.ts';
import { sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { type MatchDefinition, matchKeys, matchRoles, normalised } from '#shared/matching/index.ts';
import { addTable, hostileNames } from '#test/support/tables.ts';
import { runs } from '#test/support/tiers.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { naiveClients, type OracleRow } from './oracle.ts';

const columns = ['creditCode', 'idNumber', 'phone', 'name', 'city', 'clientNumber'] as const;
const fieldOf = {
  ...{ creditCode: hostileNames[0], idNumber: '证件', phone: '电话' },
  ...{ name: '名称', city: '城市', clientNumber: '客户号' },
} as const;

function definition(tables: readonly string[], more: Partial<MatchDefinition> = {}): MatchDefinition {
  return {
    ...{ output: '合并名单', idColumn: '客户编号' },
    lists: tables.map((table) => ({
      table,
      fields: Object.fromEntries(columns.map((role) => [role, fieldOf[role]])),
      key: null,
      date: null,
    })),
    attributes: columns.map((role) => ({ name: role, role, rule: { kind: 'first' } })),
    keys: ['creditCode', 'idNumber', 'phone', 'nameCity', 'clientNumber'],
    ...{ sharedBy: 3, nearNames: true, facts: [], decisions: [] },
    ...more,
  };
}

type Row = { readonly [K in (typeof columns)[number]]: string | null };
const code = (n: number) => `9111000000000000${n}X`;
const id = (n: number) => `11010119900101000${n}`;
const value = {
  creditCode: fc.option(fc.constantFrom(code(1), code(2), ` ${code(3)} `), { freq: 1 }),
  idNumber: fc.option(fc.constantFrom(id(1), id(2), id(3), `１${id(1).slice(1)}`), { freq: 1 }),
  phone: fc.option(fc.constantFrom('13800000001', '+86 138-0000-0001', '13800000002', '000000000'), { freq: 2 }),
  name: fc.option(fc.constantFrom('华夏科技有限公司', '华夏科技', '华厦科技甲乙', '华夏科技甲乙', '王五'), { freq: 3 }),
  city: fc.option(fc.constantFrom('北京市', '北京', '上海'), { freq: 4 }),
  clientNumber: fc.option(fc.constantFrom('007', '7', 'c-9', 'Ｃ９', '0000', '999999', 'N/A'), { freq: 1 }),
};
const row: fc.Arbitrary<Row> = fc.record(value);
const twoLists = fc.tuple(fc.array(row, { minLength: 1, maxLength: 7 }), fc.array(row, { minLength: 1, maxLength: 7 }));

/** Two clients with a code each that a third would join: none of its own values is of both, but all together are. */
const nothing = { creditCode: null, idNumber: null, phone: null, name: null, city: null, clientNumber: null };
const chained: [Row[], Row[]] = [
  [
    { ...nothing, creditCode: code(1), phone: '13800000001' },
    { ...nothing, idNumber: id(1), phone: '13800000001' },
  ],
  [
    { ...nothing, idNumber: id(1), phone: '13800000002' },
    { ...nothing, creditCode: code(2), phone: '13800000002' },
  ],
];

let made = 0;

async function tablesOf(workspace: Workspace, lists: readonly (readonly Row[])[]): Promise<string[]> {
  const names = lists.map(() => `list${made++}`);
  for (const [i, rows] of lists.entries()) {
    const shape = columns.map((role) => ({
      name: fieldOf[role],
      type: 'text' as const,
      sensitivity: role === 'city' || role === 'clientNumber' ? ('internal' as const) : role,
    }));
    await addTable(
      workspace,
      names[i] ?? '',
      shape,
      rows.map((each) => columns.map((role) => each[role])),
    );
  }
  return names;
}

/** Who is with whom, as rows named by table and number; and the hash that each row is known by. */
async function clientsOf(workspace: Workspace, wanted: MatchDefinition) {
  const matched = await matchLists(workspace, wanted);
  await numberClients(workspace, matched, {});
  const { inputs, scratch, summary } = matched;
  const rows =
    await workspace.warehouse.rows(sql`SELECT k.rid // 1099511627776 AS list, k.rid % 1099511627776 AS row, cl.id, ${hashSql(inputs, 'k', scratch)} AS h
    FROM ${scratch.keys} k LEFT JOIN ${scratch.joined} j ON j.rid = k.rid JOIN ${scratch.clients} cl ON cl.c = coalesce(j.c, k.rid)`);
  const named = rows.map(({ list, row: number, id: client, h }) => ({
    row: `${wanted.lists[Number(list)]?.table} ${number}`,
    client: String(client),
    hash: String(h),
  }));
  return { named, summary, partition: partitionOf(named.map((each) => [each.client, each.row])) };
}

function partitionOf(pairs: readonly (readonly [string, string])[]): string[] {
  const groups = new Map<string, string[]>();
  for (const [client, each] of pairs) groups.set(client, [...(groups.get(client) ?? []), each]);
  return [...groups.values()].map((group) => group.sort().join(' + ')).sort();
}

test('values are compared alike in SQL and in TypeScript', () =>
  withWorkspace(async ({ warehouse }) => {
    const texts = [
      '９１１１００００００００００００１x',
      '86 138-0013-8000',
      '华为（集团）有限公司',
      'Ａcme Co., Ltd.',
      '广东省深圳市',
      '内蒙古自治区 呼和浩特市',
      '公司',
      '集团公司',
      '11111111111',
      '',
      ' \u3000 ',
      '股份有限公司',
      "O'Neil-é",
      '😀市',
      '0086-13800138000',
      '000',
      '0012',
      'A-0012',
      '999999',
      ...[
        '99999',
        '无',
        'N/A',
        '#REF!',
        '12345.0',
        '00120.00',
        '1.23457E+15',
        '1E+5',
        '3E12',
        '1-23',
        '1001.01',
        '－1－2',
      ],
      '010-12345678',
      ...[
        '䷀',
        '甲股份有限公司',
        '乙有限公司',
        '丙公司',
        '有限公司',
        '丁集团有限公司',
        'ACMELTD',
        '山东省济南市',
        '市',
        '省',
      ],
    ];
    const text = fc.oneof(fc.constantFrom(...texts), fc.string({ unit: 'grapheme', maxLength: 12 }));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (values) => {
        for (const role of matchRoles) {
          const list = sql`(SELECT unnest(CAST(${JSON.stringify(values)} AS JSON)::VARCHAR[]) AS t)`;
          const found = await warehouse.rows(normalisedQuery([], [{ as: 'x', value: sql`t`, role }], list));
          expect(found.map(({ x }) => x)).toEqual(values.map((each) => normalised(each, role)));
        }
      }),
      { numRuns: runs(5, 50) },
    );
  }));

test('clients are those that comparing every pair finds, with decisions, in any order of lists', () =>
  withWorkspace(async (workspace) => {
    const decision = fc.record({ a: fc.nat(6), b: fc.nat(6), same: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        twoLists,
        fc.array(decision, { maxLength: 3 }),
        fc.constantFrom(2, 3),
        fc.oneof({ weight: 2, arbitrary: fc.constant([...matchKeys]) }, fc.shuffledSubarray([...matchKeys])),
        async (lists, wanted, sharedBy, keys) => {
          const tables = await tablesOf(workspace, lists);
          const plain = definition(tables, { sharedBy, keys: [...keys] });
          const first = await clientsOf(workspace, plain);
          const known = new Map(first.named.map((each) => [each.row, each.hash]));
          const rows = lists.flatMap((each, list) =>
            each.map((one, number): OracleRow => ({ ...one, list, row: number })),
          );
          const nameOf = ({ list, row: number }: OracleRow) => `${tables[list]} ${number}`;
          const decisions = wanted.flatMap(({ a, b, same }) => {
            const [one, other] = [`${tables[0]} ${a}`, `${tables[1]} ${b}`];
            const [x, y] = [known.get(one), known.get(other)];
            return x === undefined || y === undefined
              ? []
              : [{ a: { table: tables[0] ?? '', row: x }, b: { table: tables[1] ?? '', row: y }, same, reason: null }];
          });
          const of = (hash: string) => rows.flatMap((each, i) => (known.get(nameOf(each)) === hash ? [i] : []));
          const pairs = (same: boolean) =>
            decisions
              .filter((each) => each.same === same)
              .flatMap((each) => of(each.a.row).flatMap((a) => of(each.b.row).map((b) => [a, b] as const)));
          const decided = { ...plain, decisions };
          const expected = naiveClients(rows, decided, pairs(true), pairs(false));
          const torn = pairs(false).some(([a, b]) =>
            naiveClients(rows, { keys: [], sharedBy }, pairs(true), []).some(
              (client) => rows[a] && rows[b] && client.has(rows[a]) && client.has(rows[b]),
            ),
          );
          if (torn) {
            await expect(matchLists(workspace, decided)).rejects.toMatchObject({ messageId: 'matchContradiction' });
            return;
          }
          const found = await clientsOf(workspace, decided);
          expect(found.partition).toEqual(expected.map((client) => [...client].map(nameOf).sort().join(' + ')).sort());
          expect(found.named).toHaveLength(rows.length);
          expect(found.summary.clients).toBe(expected.length);
          expect(found.summary.lists.map((list) => list.rows)).toEqual(lists.map((each) => each.length));
          const turned = await clientsOf(workspace, { ...decided, lists: decided.lists.toReversed() });
          expect(turned.partition).toEqual(found.partition);
          // Numbers of clients whose rows are alike in everything may change places.
          expect(turned.named.map((each) => each.client).sort()).toEqual(found.named.map((each) => each.client).sort());
        },
      ),
      { numRuns: runs(3, 60), examples: [[chained, [], 3, [...matchKeys]]] },
    );
  }));

test('one numbering joins what nothing more trusted parts; as the last key two numberings are no contradiction', () =>
  withWorkspace(async (workspace) => {
    const tables = await tablesOf(workspace, [
      [
        { ...nothing, clientNumber: '0012' },
        { ...nothing, clientNumber: '13', idNumber: id(1) },
        { ...nothing, clientNumber: '14', phone: '13800000001' },
      ],
      [
        { ...nothing, clientNumber: '12' },
        { ...nothing, clientNumber: '13', idNumber: id(2) },
        { ...nothing, clientNumber: 'APP-14', phone: '13800000001' },
      ],
    ]);
    const { partition, summary } = await clientsOf(workspace, definition(tables));
    const [one, two] = tables;
    expect(partition).toEqual(
      [[`${one} 0`, `${two} 0`], [`${one} 1`], [`${two} 1`], [`${one} 2`, `${two} 2`]]
        .map((rows) => rows.join(' + '))
        .sort(),
    );
    expect(summary.doubtful).toMatchObject({ open: 1 });
  }));

test('what stands in the place of a client number, or is shared by many names, joins nobody', () =>
  withWorkspace(async (workspace) => {
    const names = ['甲', '乙', '丙'];
    const of = (clientNumber: string) => names.map((name) => ({ ...nothing, name, clientNumber }));
    const keys = ['clientNumber' as const];
    for (const [number, open] of [
      ['N/A', 0],
      ['无', 0],
      ['1.23457E+15', 0],
      ['4711', 5],
    ] as const) {
      const tables = await tablesOf(workspace, [of(number), of(number)]);
      const { summary } = await clientsOf(workspace, definition(tables, { keys }));
      expect(summary).toMatchObject({ clients: 6, doubtful: { open } });
    }
  }));

test('doubtful: a contradiction, a phone of many names, a name that differs by one character', () =>
  withWorkspace(async (workspace) => {
    const tables = await tablesOf(workspace, [
      [
        { ...nothing, creditCode: code(1), phone: '13800000001', city: '武汉' },
        { ...nothing, phone: '13800000009', name: '甲' },
        { ...nothing, phone: '13800000009', name: '乙' },
        { ...nothing, name: '长江实业贸易', city: '武汉' },
        { ...nothing, creditCode: code(4), name: '黄河机械制造', city: '郑州' },
      ],
      [
        { ...nothing, creditCode: code(2), phone: '13800000001', city: '长沙' },
        { ...nothing, phone: '13800000009', name: '丙' },
        { ...nothing, name: '长江实业贸昜', city: '武汉市' },
        { ...nothing, name: '长江实业', city: '武汉' },
        { ...nothing, creditCode: code(5), name: '黄河机械制造厂', city: '郑州' },
      ],
    ]);
    const { scratch, summary } = await matchLists(workspace, definition(tables));
    expect(summary).toMatchObject({ clients: 10, acrossLists: 0, doubtful: { open: 4, decided: 0 } });
    const found = await workspace.warehouse.rows(
      sql`SELECT doubt, ra % 1099511627776 AS a, rb % 1099511627776 AS b FROM ${scratch.pairs} ORDER BY n`,
    );
    expect(found).toEqual([
      { doubt: 'contradiction', a: 0, b: 0 },
      { doubt: 'sharedValue', a: 1, b: 2 },
      { doubt: 'sharedValue', a: 2, b: 1 },
      { doubt: 'nearName', a: 3, b: 2 },
    ]);
    const pageOf = (sort: 'trust' | 'names', offset: number) =>
      readPairs(workspace, { definition: definition(tables), show: 'open', sort, offset, limit: 3 }, {});
    const shown = async (sort: 'trust' | 'names') =>
      (await Promise.all([0, 3].map((offset) => pageOf(sort, offset)))).flatMap(({ total, pairs }) =>
        pairs.map((pair) => `${total} ${pair.doubt} ${pair.names?.edits}`),
      );
    expect(await shown('trust')).toEqual([
      '4 contradiction undefined',
      ...['4 sharedValue 1', '4 sharedValue 1', '4 nearName 1'],
    ]);
    expect(await shown('names')).toEqual([
      '4 nearName 1',
      ...['4 sharedValue 1', '4 sharedValue 1', '4 contradiction undefined'],
    ]);
    // Of the two codes it is said how they differ, and not in what; of the city, which is shown, nothing.
    const { pairs } = await pageOf('trust', 0);
    const how = { kind: 'one', characters: 1, lengths: [18, 18] };
    expect(pairs[0]?.how).toEqual([how, null, null, null, null, null]);
    expect(pairs[0]?.differs).toEqual([true, false, false, false, true, false]);
    expect(pairs[1]?.how[3]).toEqual({ kind: 'most', characters: 1, lengths: [1, 1] });
    // What was decided is told by its rows, the newest first, masked as they are to be decided; of a row that is gone, nothing.
    const [first, second] = pairs;
    if (!first || !second) throw new Error('no pairs');
    const [one, other] = [first, second].map(({ a, b }, same) => {
      const [x, y] = [a, b].map(({ table, row }) => ({ table, row }));
      if (!x || !y) throw new Error('no sides');
      return { a: x, b: y, same: same === 1, reason: null };
    });
    if (!one || !other) throw new Error('no decisions');
    const gone = { ...one, b: { table: one.b.table, row: '0'.repeat(16) } };
    const decided = { ...definition(tables), decisions: [gone, one, other] };
    const told = (offset: number, limit: number) => readDecided(workspace, { definition: decided, offset, limit }, {});
    expect(await told(0, 2)).toEqual([
      { a: second.a, b: second.b },
      { a: first.a, b: first.b },
    ]);
    expect(await told(2, 5)).toEqual([{ a: first.a, b: null }]);
    expect(await told(3, 5)).toEqual([]);
    expect(inputsOf(workspace, definition(tables)).classes).toEqual([
      'creditCode',
      'idNumber',
      'phone',
      'name',
      'internal',
      'internal',
    ]);
  }));
