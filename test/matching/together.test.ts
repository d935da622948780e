import { expect, test } from 'vitest';
import { tableOf } from '#engine/datasets/index.ts';
import { makeMatch, matchLists, readPairs } from '#engine/matching/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import { type MatchDefinition, matchDefinitionSchema } from '#shared/matching/index.ts';
import { addTable } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';

test('made while others are looked at, whole; blank numbers are nobody’s; lineage keeps its classes', () =>
  withWorkspace(async (workspace) => {
    const phone = { name: '手机', type: 'text', sensitivity: 'phone' } as const;
    const a = await addTable(
      workspace,
      'A',
      [{ name: 'no', type: 'number', sensitivity: 'account' }, phone],
      [
        [7, '13800000001'],
        [null, '13800000002'],
      ],
    );
    await addTable(workspace, 'B', [{ name: 'no', type: 'text' }, phone], [[' ', '13800000001']]);
    const fact = (name: string, keys: readonly string[]) =>
      addTable(
        workspace,
        name,
        [{ name: 'no', type: 'text' }],
        keys.map((key) => [key]),
      );
    await fact('F', ['7', ' ', '7.5']);
    await fact('G', ['', ' ', 'x']);
    const list = (table: string) => ({ table, fields: { phone: '手机' }, key: 'no', date: null });
    const wanted: MatchDefinition = {
      ...{ output: 'all', idColumn: '名单内编号', keys: ['phone'], sharedBy: 3, nearNames: false, decisions: [] },
      lists: [list('A'), list('B')],
      attributes: [{ name: 'phone', role: 'phone', rule: { kind: 'first' } }],
      facts: [
        { table: 'F', field: 'no', list: 'A', output: 'FA' },
        { table: 'G', field: 'no', list: 'B', output: 'GB' },
      ],
    };
    workspace.catalogue.definitions.create('match', 'm', wanted);
    await expect(matchLists(workspace, wanted, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
    let heard = 0;
    await matchLists(workspace, wanted, { onProgress: () => heard++ });
    // What was given up before it began was not begun: this one computes.
    expect(heard).toBeGreaterThan(0);
    const other = (sharedBy: number) => ({ ...wanted, sharedBy });
    const [making, ...looks] = await Promise.allSettled([
      makeMatch(workspace, 'm', {}),
      readPairs(workspace, { definition: other(4), show: 'open', sort: 'trust', offset: 0, limit: 5 }, {}),
      matchLists(workspace, other(5)),
    ]);
    expect(looks.at(-1)?.status).toBe('fulfilled');
    const [clients, lineage, fa, gb] = making.status === 'fulfilled' ? making.value : [];
    const rowsOf = (dataset = a) => workspace.warehouse.rows(sql`SELECT * FROM ${tableOf(dataset)} ORDER BY rowid`);
    const [first] = await rowsOf(clients);
    expect((await rowsOf(fa)).map((row) => row['名单内编号'])).toEqual([first?.['名单内编号'], null, null]);
    expect((await rowsOf(gb)).map((row) => row['名单内编号'])).toEqual([null, null, null]);
    expect(lineage?.fields.map(({ name, sensitivity }) => [name, sensitivity])).toEqual([
      ['名单内编号', 'internal'],
      ['名单', 'internal'],
      ['行号', 'internal'],
      ['名单内编号 2', 'account'],
      ['合并依据', 'internal'],
    ]);
    const again = (facts: MatchDefinition['facts']) => matchDefinitionSchema.safeParse({ ...wanted, facts }).success;
    const [f, g] = wanted.facts;
    expect(f && g && [again([f, g]), again([f, { ...f, output: 'x' }]), again([f, { ...g, output: 'FA' }])]).toEqual([
      ...[true, false, false],
    ]);
    expect(f && again([{ ...f, output: 'all 血缘' }])).toBe(false);
  }));
