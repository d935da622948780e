import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from '#engine/intake/index.ts';
import { literal, sql } from '#engine/warehouse/index.ts';
import { closeWorkspace, openWorkspace } from '#engine/workspace/index.ts';
import { type Figure, median } from './figures.ts';

const runs = 5;
const allowedMs = 300;

const rows = sql`
  SELECT '0' || (10000000 + i)::VARCHAR AS id, (hash(i) % 500000)::INTEGER AS client,
    DATE '2024-11-01' + (hash(i + 1) % 730)::INTEGER AS day, round((hash(i + 2) % 10000000) / 100.0, 2) AS amount,
    ['手机银行', '网银', '柜台', '客户经理'][1 + (hash(i + 3) % 4)::INTEGER] AS channel, (hash(i + 4) % 97)::INTEGER AS branch
  FROM range(2000000) r(i)`;

/** The look at a text and at Parquet against reading the first megabyte of the file, plus what is allowed beyond that. */
export async function preview(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-bench-'));
  const workspace = await openWorkspace({ path: join(folder, 'w'), create: true });
  try {
    const { warehouse } = workspace;
    const figures: Figure[] = [];
    for (const kind of ['csv', 'parquet'] as const) {
      const file = join(warehouse.files, `large.${kind}`);
      const how = kind === 'csv' ? sql`(HEADER, DELIMITER ',')` : sql`(FORMAT parquet)`;
      await warehouse.run(sql`COPY (${rows}) TO ${literal(file)} ${how}`);
      figures.push(
        await against(`preview of 2 million rows of ${kind}`, file, (path) => inspect(workspace, path, {}, {})),
      );
    }
    return figures;
  } finally {
    await closeWorkspace(workspace);
    await rm(folder, { recursive: true, force: true });
  }
}

async function against(name: string, file: string, look: (path: string) => Promise<unknown>): Promise<Figure> {
  const figure: Figure = {
    ...{ name, unit: 'ms', goal: 1, ours: [], baseline: [] },
    baselineName: `reading its first megabyte, and ${allowedMs} ms`,
  };
  for (let run = 0; run < runs; run++) {
    const raw: number[] = [];
    for (let i = 0; i < 3; i++) raw.push(await timed(() => firstMegabyte(file)));
    figure.baseline.push(median(raw) + allowedMs);
    figure.ours.push(await timed(() => look(file)));
  }
  return figure;
}

async function firstMegabyte(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.read(Buffer.alloc(1 << 20), 0, 1 << 20, 0);
  } finally {
    await handle.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
