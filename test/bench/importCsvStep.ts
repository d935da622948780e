import { appendFile, copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from '#engine/intake/index.ts';
import { literal, openWarehouse, sql } from '#engine/warehouse/index.ts';
import { closeWorkspace, openWorkspace } from '#engine/workspace/index.ts';

process.env.UV_THREADPOOL_SIZE = '12';
const [what, file = '', folder = ''] = process.argv.slice(2);

/** Eight columns as an export has them. */
const rows = sql`
  SELECT '0' || (10000000 + i)::VARCHAR AS id, (hash(i) % 500000)::INTEGER AS client,
    DATE '2024-11-01' + (hash(i + 1) % 730)::INTEGER AS day, round((hash(i + 2) % 10000000) / 100.0, 2) AS amount,
    ['手机银行', '网银', '柜台', '客户经理'][1 + (hash(i + 3) % 4)::INTEGER] AS channel, (hash(i + 4) % 97)::INTEGER AS branch,
    CASE WHEN hash(i + 5) % 50 = 0 THEN NULL ELSE 'P' || (hash(i + 6) % 40) END AS product, hash(i + 7) % 2 = 0 AS online
  FROM range(10000000) r(i)`;

/** Rows that cannot be read, at the end: the baseline leaves them out, we keep them aside. */
const rejects = 1000;

if (what === 'make') await make();
else await measure(what === 'ours' ? ours : (target) => bare(target, what === 'kept'));

async function make(): Promise<void> {
  await mkdir(join(folder, 'spill'));
  const warehouse = await openWarehouse({ database: ':memory:', files: folder, spill: join(folder, 'spill') });
  await warehouse.run(sql`COPY (${rows}) TO ${literal(file)} (HEADER, DELIMITER ',')`);
  await warehouse.close();
  await appendFile(file, 'a row that breaks off,1\n'.repeat(rejects));
  process.stdout.write('{}\n');
}

async function measure(work: (target: string) => Promise<number>): Promise<void> {
  const target = join(folder, `run-${what}`);
  await fetchMemory();
  const seconds = await work(target);
  await rm(target, { recursive: true, force: true });
  process.stdout.write(`${JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 })}\n`);
}

/**
 * Virtual machines hand free memory back to their host, and fetch it page by page: copying the file takes 0.3 or 2.2 seconds by that alone
 * (dd, same file, same minute). Whoever is measured finds the memory there. In files, as it must not count as the process's own.
 */
async function fetchMemory(): Promise<void> {
  const copies = Array.from({ length: 4 }, (_, i) => join(folder, `memory-${i}`));
  for (const copy of copies) await copyFile(file, copy);
  for (const copy of copies) await rm(copy);
}

/** `kept`: with the id told to be text. Left to itself DuckDB makes a number of it, and its leading zeros are gone. */
async function bare(target: string, kept: boolean): Promise<number> {
  await mkdir(join(target, 'spill'), { recursive: true });
  const warehouse = await openWarehouse({
    database: join(target, 'bare.duckdb'),
    files: folder,
    spill: join(target, 'spill'),
  });
  const started = performance.now();
  await warehouse.run(
    sql`CREATE TABLE bare AS SELECT * FROM read_csv(${literal(file)}, ignore_errors = true${kept ? sql`, types = {'id': 'VARCHAR'}` : sql``})`,
  );
  const seconds = (performance.now() - started) / 1000;
  await warehouse.close();
  return seconds;
}

async function ours(target: string): Promise<number> {
  const workspace = await openWorkspace({ path: target, create: true });
  const started = performance.now();
  await load(workspace, file, 'ten million', {}, { signal: new AbortController().signal, progress: () => undefined });
  const seconds = (performance.now() - started) / 1000;
  await closeWorkspace(workspace);
  return seconds;
}
