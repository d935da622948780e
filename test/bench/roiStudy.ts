import { tableName, tableOf } from '#engine/datasets/index.ts';
import { computeRoi } from '#engine/roi/index.ts';
import { identifier, sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import type { Field } from '#shared/intake/index.ts';
import type { RoiDefinition } from '#shared/roi/index.ts';
import type { Figure } from './figures.ts';
import { inPairs } from './inPairs.ts';
import { withLargeSample } from './largeSample.ts';

const pairs = 9;
const launch = '2024-11-01';

const definition: RoiDefinition = {
  scope: { kind: 'all' },
  table: '花费',
  cost: '成本',
  return: '收入',
  returnKind: 'revenue',
  period: { kind: 'date', field: '时间', unit: 'week', launch },
  campaign: '渠道',
  decayOf: 'roas',
};

/** A study of 10 million rows with its fits and their 1,000 resamples, against nothing but the sums written by hand. */
export async function roiStudy(): Promise<Figure[]> {
  return withLargeSample(async (workspace) => {
    const table = await addSpending(workspace);
    const byHand = sql`SELECT campaign, datediff('day', DATE '2024-11-01', day) // 7 + 1 AS period, sum(n) AS n, sum(cost) AS cost, sum(back) AS back
      FROM (SELECT "渠道" AS campaign, CAST("时间" AS DATE) AS day, count(*) AS n, sum("成本") AS cost, sum("收入") AS back FROM ${table}
        WHERE "时间" >= TIMESTAMP '2024-11-01' AND "成本" IS NOT NULL AND "收入" IS NOT NULL GROUP BY ALL) GROUP BY ALL`;
    return [
      await inPairs(
        {
          name: 'ROI by week of 10 million rows, with decay fits and bootstrap',
          baselineName: 'the sums alone by hand',
          goal: 1.2,
        },
        pairs,
        async () => (await workspace.warehouse.rows(byHand)).length,
        async () => (await computeRoi(workspace, definition)).result.campaigns.flatMap(({ periods }) => periods).length,
        (hand, ours) => {
          if (hand !== ours) throw new Error(`By hand ${hand} periods, ours ${ours}`);
        },
      ),
    ];
  });
}

/** The transactions as spending whose return halves every 20 weeks, with noise. */
async function addSpending(workspace: Workspace) {
  const transactions = workspace.catalogue.datasets.get('交易流水');
  const field = (name: string, type: Field['type'], nativeType: string): Field => ({
    ...{ name, type, nativeType, sensitivity: 'internal', nulls: 0, minimum: null, maximum: null },
    approximateDistinct: 0,
  });
  const dataset = {
    ...transactions,
    id: 'spending',
    name: definition.table,
    fields: [
      field('渠道', 'text', 'VARCHAR'),
      field('时间', 'timestamp', 'TIMESTAMP'),
      field('成本', 'decimal', 'DECIMAL(18,2)'),
      field('收入', 'decimal', 'DECIMAL(18,2)'),
    ],
  };
  await workspace.warehouse.run(sql`CREATE TABLE ${identifier(tableName(dataset))} AS SELECT "渠道", "交易时间" AS "时间", "金额（元）" AS "成本",
    CAST("金额（元）" * 3 * pow(0.5, datediff('day', DATE '2024-11-01', "交易时间") / 140.0) * (0.9 + (rowid * 7919 % 21) / 100.0) AS DECIMAL(18, 2)) AS "收入" FROM ${tableOf(transactions)}`);
  workspace.catalogue.datasets.add(dataset);
  return tableOf(dataset);
}
