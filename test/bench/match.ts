import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableOf } from '#engine/datasets/index.ts';
import { matchLists } from '#engine/matching/index.ts';
import { raw, sql } from '#engine/warehouse/index.ts';
import { closeWorkspace, openWorkspace, type Workspace } from '#engine/workspace/index.ts';
import type { MatchDefinition } from '#shared/matching/index.ts';
import { addTable } from '#test/support/tables.ts';
import type { Figure } from './figures.ts';
import { inPairs } from './inPairs.ts';

const pairs = 3;
const rows = 1_000_000;
const columns = ['信用代码', '电话', '名称', '城市'] as const;

const definition: MatchDefinition = {
  ...{ output: '合并', idColumn: '编号', sharedBy: 3, nearNames: false, facts: [], decisions: [] },
  lists: ['一', '二'].map((table) => ({
    ...{ table, key: null, date: null },
    fields: Object.fromEntries(columns.map((name) => [name, name])),
  })),
  attributes: (['creditCode', 'phone', 'name', 'city'] as const).map((role, i) => ({
    ...{ name: columns[i] ?? '', role, rule: { kind: 'first' as const } },
  })),
  keys: ['creditCode', 'phone', 'nameCity'],
};

/** Half of the second list are clients of the first one, each under one of three keys. */
async function fill(workspace: Workspace): Promise<void> {
  for (const [at, name] of ['一', '二'].entries()) {
    const shape = columns.map((column) => ({ name: column, type: 'text' as const }));
    const dataset = await addTable(workspace, name, shape, []);
    const of = (key: number, value: string) =>
      raw(at === 0 ? value : `CASE WHEN i % 3 = ${key} OR i >= ${rows / 2} THEN ${value} END`);
    const shift = at === 0 ? raw('i') : raw(`CASE WHEN i < ${rows / 2} THEN i ELSE i + ${rows} END`);
    await workspace.warehouse.run(sql`INSERT INTO ${tableOf(dataset)} SELECT ${of(0, "'91' || lpad(n::VARCHAR, 15, '0') || 'X'")},
      ${of(1, "'13' || lpad(n::VARCHAR, 9, '0')")}, ${of(2, "'华夏' || n || '科技有限公司'")}, ${of(2, "'城' || (n % 300)")}
      FROM (SELECT i, ${shift} AS n FROM range(${rows}) r(i))`);
  }
}

/** The joins by hand, knowing the data: values are clean, no list has a client twice, and nobody contradicts. */
function byHand(workspace: Workspace) {
  const [one, two] = ['一', '二'].map((name) => tableOf(workspace.catalogue.datasets.get(name)).text);
  const bare = (alias: string) => `regexp_replace(${alias}."名称", '(有限公司|公司)$', '')`;
  const on = [
    `a."信用代码" = b."信用代码"`,
    `a."电话" = b."电话"`,
    `${bare('a')} = ${bare('b')} AND a."城市" = b."城市"`,
  ];
  const joins = on.map((each) => `SELECT a.rowid AS x, b.rowid AS y FROM ${one} a JOIN ${two} b ON ${each}`);
  return raw(`SELECT count(DISTINCT y) AS joined FROM (${joins.join(' UNION ALL ')})`);
}

/** Two lists of a million rows, joined by three keys, against the same joins by hand. */
export async function match(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-bench-'));
  try {
    const workspace = await openWorkspace({ path: join(folder, 'w'), create: true });
    try {
      await fill(workspace);
      const statement = byHand(workspace);
      return [
        await inPairs(
          { name: 'two lists of a million rows, three keys', baselineName: 'the same joins by hand', goal: 12 },
          pairs,
          async () => Number((await workspace.warehouse.rows(statement))[0]?.joined),
          async (pair) => {
            // Another definition each time: the last one is kept.
            const { summary } = await matchLists(workspace, { ...definition, sharedBy: 4 + pair });
            return summary.lists[1]?.joined ?? 0;
          },
          (hand, ours) => {
            if (hand !== ours) throw new Error(`By hand ${hand}, ours ${ours}`);
          },
        ),
      ];
    } finally {
      await closeWorkspace(workspace);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
