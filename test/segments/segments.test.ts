import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { countSegment } from '#engine/segments/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import type { GroupNode } from '#shared/segments/index.ts';
import { addTable } from '#test/support/tables.ts';
import { runs } from '#test/support/tiers.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { clientRows, clientTable, columns, factRows, factTable, keyField, rule } from './generate.ts';
import { type Record_, select, type World } from './oracle.ts';

const not = (inner: GroupNode): GroupNode => ({ kind: 'group', combine: 'and', negate: true, items: [inner] });
const both = (combine: 'and' | 'or', ...items: GroupNode[]): GroupNode => ({
  kind: 'group',
  combine,
  negate: false,
  items,
});

type Rows = readonly (readonly (string | number | boolean | null)[])[];

async function fill(workspace: Workspace, clients: Rows, facts: Rows): Promise<World> {
  await addTable(workspace, clientTable, columns[clientTable], clients);
  await addTable(workspace, factTable, columns[factTable], facts);
  const factKey = columns[factTable][0].name;
  workspace.catalogue.definitions.create('clients', 'clients', {
    table: clientTable,
    key: { kind: 'field', field: keyField },
    facts: [{ table: factTable, field: factKey }],
  });
  const records = (table: keyof typeof columns, rows: Rows): Record_[] =>
    rows.map((row) => Object.fromEntries(columns[table].map((column, i) => [column.name, row[i] ?? null])));
  return {
    clients: { name: clientTable, key: keyField, rows: records(clientTable, clients) },
    facts: [{ name: factTable, key: factKey, rows: records(factTable, facts) }],
    types: Object.fromEntries(
      Object.entries(columns).flatMap(([table, fields]) =>
        fields.map((field) => [`${table}.${field.name}`, field.type]),
      ),
    ),
    segments: {},
  };
}

async function count(workspace: Workspace, of: GroupNode): Promise<number> {
  return (await countSegment(workspace, { rule: of })).result.clients;
}

describe('segments', () => {
  it('count what the oracle counts, over any data and any rule', async () => {
    await fc.assert(
      fc.asyncProperty(
        clientRows,
        factRows,
        fc.array(rule, { minLength: 8, maxLength: 8 }),
        async (clients, facts, rules) => {
          await withWorkspace(async (workspace) => {
            const world = await fill(workspace, clients, facts);
            const base = select(world, both('and')).size;
            for (const asked of rules) {
              const { result } = await countSegment(workspace, { rule: asked });
              expect(result).toEqual({
                clients: select(world, asked).size,
                base,
                share: base === 0 ? null : result.clients / base,
              });
            }
          });
        },
      ),
      { numRuns: runs(16, 200) },
    );
  });

  it('keep NOT(A) + A = all and De Morgan, for any rule', async () => {
    await fc.assert(
      fc.asyncProperty(
        clientRows,
        factRows,
        fc.array(fc.tuple(rule, rule), { minLength: 5, maxLength: 5 }),
        async (clients, facts, pairs) => {
          await withWorkspace(async (workspace) => {
            await fill(workspace, clients, facts);
            const all = await count(workspace, both('and'));
            for (const [a, b] of pairs) {
              // An empty group asks nothing, negated or not: it has no complement.
              if (isEmpty(a) || isEmpty(b)) continue;
              expect((await count(workspace, a)) + (await count(workspace, not(a)))).toBe(all);
              expect(await count(workspace, not(both('and', a, b)))).toBe(
                await count(workspace, both('or', not(a), not(b))),
              );
            }
          });
        },
      ),
      { numRuns: runs(12, 100) },
    );
  });
});

function isEmpty(group: GroupNode): boolean {
  return group.items.every((item) => item.kind === 'group' && isEmpty(item));
}

describe('segments, case by case', () => {
  let rows: Rows;
  beforeAll(() => {
    rows = [
      ['1', '制造业', 5, 1.5, '2026-01-01', '2026-01-01 10:00:00', true],
      ['1', '零售', 5, 1.5, '2026-01-01', '2026-01-01 10:00:00', true],
      ['2', null, null, null, null, null, null],
      [null, '制造业', 5, 1.5, '2026-01-01', '2026-01-01 10:00:00', true],
    ];
  });
  const field = (i: number) => ({ table: clientTable, field: columns[clientTable][i]?.name ?? '' });
  const text: GroupNode = {
    kind: 'group',
    combine: 'and',
    negate: false,
    items: [{ kind: 'condition', field: field(1), test: { op: 'eq', value: '制造业' } }],
  };

  it('count a client once, by its first row, and leave blank keys out', async () => {
    await withWorkspace(async (workspace) => {
      await fill(workspace, rows, []);
      expect((await countSegment(workspace, { rule: text })).result).toEqual({ clients: 1, base: 2, share: 0.5 });
    });
  });

  it('name what has gone, and a value of the wrong type', async () => {
    await withWorkspace(async (workspace) => {
      await fill(workspace, rows, []);
      const asking = (items: GroupNode['items']) =>
        countSegment(workspace, { rule: { kind: 'group', combine: 'and', negate: false, items } });
      await expect(
        asking([{ kind: 'condition', field: { table: clientTable, field: 'gone' }, test: { op: 'isNull' } }]),
      ).rejects.toMatchObject({
        messageId: 'fieldMissing',
        params: { field: 'gone' },
      });
      await expect(
        asking([{ kind: 'condition', field: { table: 'gone', field: 'x' }, test: { op: 'isNull' } }]),
      ).rejects.toMatchObject({ messageId: 'factNotLinked' });
      await expect(asking([{ kind: 'segment', segment: 'gone' }])).rejects.toMatchObject({
        messageId: 'definitionMissing',
      });
      for (const [i, value] of [
        [2, 'abc'],
        [3, 'NaNo'],
        [4, '2026-02-30'],
        [5, 'yesterday'],
        [6, 'maybe'],
      ] as const) {
        await expect(asking([{ kind: 'condition', field: field(i), test: { op: 'eq', value } }])).rejects.toMatchObject(
          { messageId: 'valueNotOfType', params: { value } },
        );
      }
    });
  });

  it('follow other segments, and refuse one that contains itself', async () => {
    await withWorkspace(async (workspace) => {
      await fill(workspace, rows, []);
      const { definitions } = workspace.catalogue;
      definitions.create('segment', 'makers', { rule: text });
      expect(
        await count(workspace, {
          kind: 'group',
          combine: 'and',
          negate: true,
          items: [{ kind: 'segment', segment: 'makers' }],
        }),
      ).toBe(1);
      const loop = definitions.create('segment', 'loop', { rule: text });
      const toSelf: GroupNode = {
        kind: 'group',
        combine: 'or',
        negate: false,
        items: [{ kind: 'segment', segment: 'loop' }],
      };
      definitions.save('segment', loop.id, 1, 'loop', { rule: toSelf });
      await expect(count(workspace, toSelf)).rejects.toMatchObject({ messageId: 'segmentCycle' });
    });
  });

  it('mask in their provenance what was compared with identity fields', async () => {
    await withWorkspace(async (workspace) => {
      await addTable(
        workspace,
        'people',
        [
          { name: '姓名', type: 'text', sensitivity: 'name' },
          { name: '等级', type: 'text' },
        ],
        [['欧阳明', 'A']],
      );
      workspace.catalogue.definitions.create('clients', 'clients', {
        table: 'people',
        key: { kind: 'row' },
        facts: [],
      });
      const asked: GroupNode = {
        kind: 'group',
        combine: 'and',
        negate: false,
        items: [
          { kind: 'condition', field: { table: 'people', field: '姓名' }, test: { op: 'eq', value: '欧阳明' } },
          { kind: 'condition', field: { table: 'people', field: '等级' }, test: { op: 'eq', value: 'A' } },
        ],
      };
      const { result, provenance } = await countSegment(workspace, { rule: asked });
      expect(result.clients).toBe(1);
      expect(provenance).toMatchObject({
        parameters: ['欧阳*', 'A'],
        tables: [{ table: 'people', version: 1, rows: 1 }],
      });
      expect(provenance.sql).not.toContain('欧阳');
    });
  });

  it('need a client list', async () => {
    await withWorkspace(async (workspace) => {
      await expect(count(workspace, text)).rejects.toMatchObject({ messageId: 'clientsMissing' });
    });
  });
});
