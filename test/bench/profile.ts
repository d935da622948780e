import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableOf } from '#engine/datasets/index.ts';
import { profile as lightProfile } from '#engine/intake/profile.ts';
import { assessDataset } from '#engine/quality/index.ts';
import { raw, sql } from '#engine/warehouse/index.ts';
import { closeWorkspace, openWorkspace } from '#engine/workspace/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { Sensitivity } from '#shared/privacy/sensitivity.ts';
import { addTable } from '#test/support/tables.ts';
import type { Figure } from './figures.ts';
import { inPairs } from './inPairs.ts';

const rows = Number(process.env.CLIENTSCOPE_BENCH_ROWS ?? 10_000_000);

/** Twenty columns as banks have them: identifiers, categories, prose, days, numbers. */
const columns = [
  ['client_id', 'text', "printf('C%09d', i)", 'internal'],
  ['name', 'text', "'客户' || (hash(i) % 100000)", 'name'],
  ['id_number', 'text', "'11010119900101' || printf('%04d', hash(i * 3) % 10000)", 'idNumber'],
  ['phone', 'text', "'13' || printf('%09d', hash(i * 5) % 1000000000)", 'phone'],
  ['card', 'text', "'62' || printf('%014d', hash(i * 7) % 100000000000000)", 'card'],
  ['note', 'text', "'note ' || (hash(i * 23) % 3000000)", 'internal'],
  ['city', 'text', "['北京', '上海', '广州', '深圳'][1 + (hash(i * 11) % 4)::BIGINT]", 'internal'],
  ['channel', 'text', "['app', 'web', 'APP', 'unknown'][1 + (hash(i * 13) % 4)::BIGINT]", 'internal'],
  ['product', 'text', "['x ', 'X', 'y'][1 + (hash(i * 17) % 3)::BIGINT]", 'internal'],
  ['branch', 'text', "'支行' || (hash(i * 19) % 300)", 'internal'],
  ['opened', 'date', "DATE '2020-01-01' + (hash(i * 29) % 2000)::INTEGER", 'internal'],
  ['seen', 'timestamp', "TIMESTAMP '2024-01-01' + to_seconds((hash(i * 31) % 60000000)::BIGINT)", 'internal'],
  ['amount', 'integer', '(hash(i * 37) % 1000000)::BIGINT', 'amount'],
  ['price', 'number', '(hash(i * 41) % 100000) / 100.0::DOUBLE', 'amount'],
  ['balance', 'decimal', '((hash(i * 43) % 10000000) / 100)::DECIMAL(18, 4)', 'amount'],
  ['age', 'integer', '(hash(i * 47) % 90)::BIGINT', 'internal'],
  ['days', 'integer', 'CASE WHEN hash(i * 53) % 20 = 0 THEN -999 ELSE (hash(i * 53) % 500)::BIGINT END', 'internal'],
  ['score', 'number', '(hash(i * 61) % 1000003) / 7.0', 'internal'],
  ['rate', 'number', '((hash(i * 67) % 1000003) / 1000003.0) * ((hash(i * 71) % 1000003) / 1000003.0)', 'internal'],
  ['flag', 'boolean', '(hash(i * 59) % 2 = 0)', 'internal'],
] as const;

/** The whole quality of a table, against one SUMMARIZE of it. */
export async function profile(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-bench-'));
  const workspace = await openWorkspace({ path: join(folder, 'workspace'), create: true });
  try {
    const { warehouse, catalogue } = workspace;
    const described = columns.map(([name, type, , sensitivity]) => ({ name, type, sensitivity }));
    const empty = await addTable(workspace, 'large', described, []);
    const values = columns.map(([, , value]) => value).join(', ');
    await warehouse.run(sql`INSERT INTO ${tableOf(empty)} SELECT ${raw(values)} FROM range(${rows}) r(i)`);
    await warehouse.run(sql`CHECKPOINT`);
    const classes: Sensitivity[] = columns.map(([, , , sensitivity]) => sensitivity);
    const native = empty.fields.map((field) => ({ name: field.name, type: field.nativeType }));
    const fields = await warehouse.withSession((session) => lightProfile(session, tableOf(empty), native, classes, {}));
    const dataset: Dataset = { ...empty, rows, fields };
    catalogue.datasets.replace(empty.id, dataset);
    const figure = await inPairs(
      { name: `quality of ${rows} rows x ${columns.length}`, baselineName: 'one SUMMARIZE', goal: 1.2 },
      2,
      () => warehouse.rows(sql`SUMMARIZE ${tableOf(dataset)}`),
      // Another day each time: an assessment is kept.
      (pair) => assessDataset(workspace, { dataset: dataset.id, asOf: `2026-01-0${pair + 2}` }),
    );
    return [figure];
  } finally {
    await closeWorkspace(workspace);
    await rm(folder, { recursive: true, force: true });
  }
}
