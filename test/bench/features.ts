import { tableOf } from '#engine/datasets/index.ts';
import { prepareFeatures } from '#engine/features/prepare.ts';
import { sql } from '#engine/warehouse/index.ts';
import { featuresDefinitionSchema } from '#shared/features/index.ts';
import type { Figure } from './figures.ts';
import { inPairs } from './inPairs.ts';
import { withLargeSample } from './largeSample.ts';

const pairs = 5;

const mobile = { field: '渠道', test: { op: 'eq', value: '手机银行' } };
const last = (size: number) => ({ kind: 'last', size, unit: 'day' });
const of = (name: string, aggregate: string, more: object) => ({
  ...{ name, table: '交易流水', aggregate, time: '交易时间' },
  ...more,
});

/** Six features of one table, with windows and filters of their own. */
const definition = featuresDefinitionSchema.parse({
  output: 'features',
  asOf: { kind: 'date', date: '2026-10-31' },
  features: [
    of('n90', 'count', { window: last(90) }),
    of('sum90', 'sum', { field: '金额（元）', window: last(90) }),
    of('mobile90', 'sum', { field: '金额（元）', window: last(90), filters: [mobile] }),
    of('mean365', 'mean', { field: '金额（元）', window: last(365) }),
    of('largest', 'max', { field: '金额（元）' }),
    of('idle', 'daysSince', {}),
  ],
});

/** Features of 500,000 clients out of 10 million transactions, against the same written by hand; both end in a table. */
export async function features(): Promise<Figure[]> {
  return withLargeSample(async (workspace) => {
    const { warehouse, catalogue } = workspace;
    const clients = tableOf(catalogue.datasets.get('客户清单'));
    const facts = tableOf(catalogue.datasets.get('交易流水'));
    const base = sql`scratch.hand_written`;
    await warehouse.run(
      sql`CREATE OR REPLACE TABLE ${base} AS SELECT "客户编号" AS id FROM ${clients} QUALIFY row_number() OVER (PARTITION BY "客户编号" ORDER BY rowid) = 1`,
    );
    const byHand = sql`CREATE OR REPLACE TABLE scratch.by_hand AS
      SELECT c.id, coalesce(n90, 0) AS n90, coalesce(sum90, 0) AS sum90, coalesce(mobile90, 0) AS mobile90, mean365, largest, DATE '2026-10-31' - CAST(newest AS DATE) AS idle
      FROM ${base} c LEFT JOIN (SELECT "客户编号" AS id,
        count(*) FILTER (WHERE "交易时间" >= TIMESTAMP '2026-08-03') AS n90,
        sum("金额（元）") FILTER (WHERE "交易时间" >= TIMESTAMP '2026-08-03') AS sum90,
        sum("金额（元）") FILTER (WHERE "交易时间" >= TIMESTAMP '2026-08-03' AND "渠道" = '手机银行') AS mobile90,
        avg("金额（元）") FILTER (WHERE "交易时间" >= TIMESTAMP '2025-11-01') AS mean365,
        max("金额（元）") AS largest, max("交易时间") AS newest
        FROM ${facts} WHERE "交易时间" < TIMESTAMP '2026-11-01' GROUP BY 1) f ON f.id = c.id`;
    const check = (table: string) =>
      sql`SELECT CAST(sum(n90) AS VARCHAR) || '/' || CAST(sum(sum90) AS VARCHAR) || '/' || CAST(sum(mobile90) AS VARCHAR) || '/' || CAST(max(mean365) AS VARCHAR) || '/' || CAST(sum(largest) AS VARCHAR) || '/' || CAST(sum(idle) AS VARCHAR) AS found FROM ${table === 'hand' ? sql`scratch.by_hand` : sql`scratch.ours`}`;
    const figure = await inPairs(
      {
        name: 'six features of 500,000 clients out of 10 million transactions, as a table',
        baselineName: 'the same by hand',
        goal: 1.2,
      },
      pairs,
      () => warehouse.run(byHand),
      async () => {
        const { statement } = await prepareFeatures(workspace, definition, {});
        await warehouse.run(sql`CREATE OR REPLACE TABLE scratch.ours AS ${statement}`);
      },
    );
    const [hand] = await warehouse.rows(check('hand'));
    const [ours] = await warehouse.rows(check('ours'));
    if (hand?.found !== ours?.found) throw new Error(`By hand ${hand?.found}, ours ${ours?.found}`);
    return [figure];
  });
}
