import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { tableOf } from '#engine/datasets/index.ts';
import { makeMatch, matchLists, readPairs } from '#engine/matching/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { type MatchDefinition, matchDefinitionSchema, newSalt } from '#shared/matching/index.ts';
import { addTable } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';

const list = (table: string) => ({ table, fields: { 电话: '手机', 名称: '名' }, key: 'no', date: null });
const attribute = (name: string, role: 'phone' | 'name') => ({ name, role, rule: { kind: 'first' as const } });
const definition: MatchDefinition = {
  ...{ output: '合并', idColumn: '编号', keys: ['phone'], sharedBy: 2, nearNames: false, facts: [], decisions: [] },
  lists: [list('A'), list('B')],
  attributes: [attribute('电话', 'phone'), attribute('名称', 'name')],
};

/** The same numbers in columns of another type. */
async function addLists(workspace: Workspace, type: 'integer' | 'number' | 'text', names = ['A', 'B']): Promise<void> {
  const value = (number: number) => (type === 'text' ? String(number) : number);
  for (const [at, name] of names.entries()) {
    await addTable(
      workspace,
      name,
      [
        { name: 'no', type },
        { name: '手机', type },
        { name: '名', type: 'text' },
      ],
      [
        [value(13900000001 + at), value(13800000001), `甲${at}`],
        [value(13900000005 + at), value(13800000005), '乙'],
      ],
    );
  }
}

async function numbersOf(workspace: Workspace, body: MatchDefinition): Promise<string[]> {
  const { definitions } = workspace.catalogue;
  const present = definitions.list('match')[0];
  if (present) definitions.save('match', present.id, present.version, 'm', body);
  else definitions.create('match', 'm', body);
  const [clients] = await makeMatch(workspace, 'm', {});
  const rows = clients ? await workspace.warehouse.rows(sql`SELECT 编号 FROM ${tableOf(clients)}`) : [];
  return rows.map((row) => String(row['编号']));
}

async function decided(workspace: Workspace, body: MatchDefinition): Promise<MatchDefinition> {
  const { pairs } = await readPairs(
    workspace,
    { definition: body, show: 'open', sort: 'trust', offset: 0, limit: 1 },
    {},
  );
  const side = (of: 'a' | 'b') => ({ table: pairs[0]?.[of].table ?? '', row: pairs[0]?.[of].row ?? '' });
  return { ...body, decisions: [{ a: side('a'), b: side('b'), same: true, reason: null }] };
}

test('numbers of clients go by the salt: the same over types and workspaces, of no use without it', async () => {
  const salted = { ...definition, salt: newSalt() };
  const runs = [];
  for (const type of ['integer', 'number'] as const) {
    runs.push(
      await withWorkspace(async (workspace) => {
        await addLists(workspace, type);
        const numbers = await numbersOf(workspace, salted);
        const body = await decided(workspace, salted);
        const { summary, provenance } = await matchLists(workspace, body);
        expect(JSON.stringify(provenance)).not.toContain(salted.salt);
        expect(summary).toMatchObject({ clients: 2, joinedByHand: 2 });
        const unsalted = await numbersOf(workspace, definition);
        expect(await numbersOf(workspace, definition)).toEqual(unsalted);
        return { numbers, decision: body.decisions, unsalted };
      }),
    );
  }
  const [first, ...others] = runs;
  for (const other of others) expect({ ...other, unsalted: 0 }).toEqual({ ...first, unsalted: 0 });
  // By the definition's salt, and by those of two workspaces.
  const sets = [first?.numbers, ...runs.map((each) => each.unsalted)];
  expect(first?.numbers).toHaveLength(3);
  expect(new Set(sets.flat()).size).toBe(sets.flat().length);
});

test('a definition from before there were salts opens, and its decisions count', () =>
  withWorkspace(async (workspace) => {
    await addLists(workspace, 'text');
    // md5 of the table's name, 1f, k and the number, as it was kept.
    const hash = (text: string) => createHash('md5').update(text).digest('hex').slice(0, 16);
    const a = { table: 'A', row: hash('A\u001fk13900000001') };
    const b = { table: 'B', row: hash('B\u001fk13900000002') };
    const decision = { a, b, same: true, reason: null };
    const old = matchDefinitionSchema.parse({ ...definition, decisions: [decision] });
    expect((await matchLists(workspace, old)).summary).toMatchObject({ clients: 2, joinedByHand: 2 });
  }));
