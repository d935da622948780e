import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableOf } from '#engine/datasets/index.ts';
import { applyRecipe } from '#engine/recipes/index.ts';
import { identifier, join as joined, raw, type Sql, sql } from '#engine/warehouse/index.ts';
import { closeWorkspace, openWorkspace, type Workspace } from '#engine/workspace/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { recipeDefinitionSchema } from '#shared/recipes/index.ts';
import { addTable } from '#test/support/tables.ts';
import type { Figure } from './figures.ts';
import { inPairs } from './inPairs.ts';

/** A machine with little to spare is asked for fewer: CLIENTSCOPE_BENCH_MILLIONS=2. */
const millions = Number(process.env.CLIENTSCOPE_BENCH_MILLIONS ?? 10);
const pairs = 3;
const table = 'entries';

const steps = [
  { kind: 'trim', fields: ['channel', 'product'] },
  { kind: 'map', field: 'channel', values: [{ from: ['counter', 'manager'], to: 'offline' }] },
  { kind: 'replace', fields: ['product'], find: 'loan', with: 'credit', match: 'part' },
  { kind: 'compute', into: 'thousands', expression: 'round([amount] / 1000, 2)' },
  { kind: 'filter', action: 'keep', conditions: [{ field: 'amount', test: { op: 'ge', value: 100 } }] },
  { kind: 'fill', fields: ['product'], with: { kind: 'constant', value: 'unknown' } },
];
const dedupe = { kind: 'dedupe', keys: ['client', 'moment'], keep: { kind: 'first' } };

const cleanedByHand = (source: Sql) => sql`SELECT client, moment, amount,
  CASE WHEN trim(channel) IN ('counter', 'manager') THEN 'offline' ELSE nullif(trim(channel), '') END AS channel,
  coalesce(nullif(replace(trim(product), 'loan', 'credit'), ''), 'unknown') AS product,
  round(amount / 1000, 2) AS thousands FROM ${source} WHERE amount >= 100`;
const onceByHand = (source: Sql) =>
  sql`SELECT t.* FROM ${source} t SEMI JOIN (SELECT min(rowid) AS r FROM ${source} GROUP BY client, moment) f ON t.rowid = f.r`;

/** Recipes that become datasets, with their light profile, against the same written by hand: time and memory. */
export async function recipe(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-bench-'));
  const workspace = await openWorkspace({ path: join(folder, 'workspace'), create: true });
  try {
    const source = tableOf(await entries(workspace));
    const rows = `${millions} million rows`;
    return [
      ...(await against(workspace, `six steps on ${rows}`, steps, cleanedByHand(source))),
      ...(await against(workspace, `duplicates removed of ${rows}`, [dedupe], onceByHand(source))),
    ];
  } finally {
    await closeWorkspace(workspace);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Entries of 500,000 clients as they come: texts with spaces around them, some empty, one row in a hundred twice. */
async function entries(workspace: Workspace): Promise<Dataset> {
  const columns = [
    { name: 'client', type: 'text' },
    { name: 'moment', type: 'timestamp' },
    { name: 'amount', type: 'number' },
    { name: 'channel', type: 'text' },
    { name: 'product', type: 'text' },
  ] as const;
  const empty = await addTable(workspace, table, columns, []);
  const count = raw(String(millions * 1_000_000));
  await workspace.warehouse.run(sql`INSERT INTO ${tableOf(empty)}
    SELECT 'K' || h % 500000, TIMESTAMP '2025-01-01' + to_seconds(CAST(h % 31536000 AS BIGINT)), h % 1000000 / 100,
      ['app', ' counter', 'manager ', 'web', ' phone'][1 + h % 5],
      ['loan A', 'card ', ' fund', NULL, 'loan B'][1 + h // 5 % 5]
    FROM (SELECT CAST(hash(CASE WHEN i % 100 = 7 THEN i - 1 ELSE i END) >> 2 AS BIGINT) AS h FROM range(${count}) r(i))`);
  const filled = { ...empty, rows: millions * 1_000_000 };
  workspace.catalogue.datasets.replace(empty.id, filled);
  return filled;
}

async function against(workspace: Workspace, name: string, of: readonly object[], byHand: Sql): Promise<Figure[]> {
  const body = recipeDefinitionSchema.parse({ table, output: name, steps: of });
  workspace.catalogue.definitions.create('recipe', name, body);
  const peaks = { ours: [] as number[], baseline: [] as number[] };
  const time = await inPairs(
    { name: `${name}, as a dataset`, baselineName: 'the same by hand', goal: 1.3 },
    pairs,
    () => peakOf(peaks.baseline, () => makeByHand(workspace, byHand)),
    () => peakOf(peaks.ours, async () => (await applyRecipe(workspace, name, 'refuse', {})).dataset.rows),
    (hand, ours) => {
      if (hand !== ours) throw new Error(`By hand ${hand} rows, ours ${ours}`);
    },
  );
  const [ours, baseline] = [peaks.ours.slice(1), peaks.baseline.slice(1)];
  return [time, { ...time, name: `${name}: peak memory`, unit: 'MB', ours, baseline }];
}

async function makeByHand({ warehouse }: Workspace, query: Sql): Promise<number> {
  await warehouse.run(sql`CREATE OR REPLACE TABLE scratch.by_hand AS ${query}`);
  const columns = await warehouse.withSession((session) => session.describe(sql`SELECT * FROM scratch.by_hand`));
  const measures = columns.map(({ name }) => {
    const column = identifier(name);
    return sql`count(${column}), min(${column}), max(${column}), approx_count_distinct(${column})`;
  });
  const [row] = await warehouse.rows(sql`SELECT count(*) AS n, ${joined(measures, ', ')} FROM scratch.by_hand`);
  return Number(row?.n ?? 0);
}

/** The most memory that the process holds while it works, in MB. Linux forgets the last peak when it is told to. */
async function peakOf<T>(peaks: number[], work: () => Promise<T>): Promise<T> {
  await writeFile('/proc/self/clear_refs', '5');
  const made = await work();
  const status = await readFile('/proc/self/status', 'utf8');
  peaks.push(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024);
  return made;
}
