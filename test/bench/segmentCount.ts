import { tableOf } from '#engine/datasets/index.ts';
import { countSegment } from '#engine/segments/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import type { Constant } from '#shared/conditions/index.ts';
import type { GroupNode, RuleNode } from '#shared/segments/index.ts';
import type { Figure } from './figures.ts';
import { inPairs } from './inPairs.ts';
import { withLargeSample } from './largeSample.ts';

const pairs = 9;

const group = (combine: 'and' | 'or', items: RuleNode[], negate = false): GroupNode => ({
  kind: 'group',
  combine,
  negate,
  items,
});
const test = (table: string, field: string, op: 'eq' | 'ge', value: Constant): RuleNode => ({
  kind: 'condition',
  field: { table, field },
  test: { op, value },
});

/** Three levels, two conditions of which ask the ten million transactions. */
const rule = group('and', [
  test('客户清单', '行业', 'eq', '制造业'),
  group('or', [test('客户清单', '资产负债率（%）', 'ge', 60), test('客户清单', '近12月逾期次数', 'ge', 1)]),
  test('交易流水', '金额（元）', 'ge', 500000),
  group('or', [test('交易流水', '产品', 'eq', '跨境结算')], true),
]);

/** Counting the clients of a nested rule at size L, against the same written by hand over a client list without repeats. */
export async function segmentCount(): Promise<Figure[]> {
  return withLargeSample(async (workspace) => {
    const clients = tableOf(workspace.catalogue.datasets.get('客户清单'));
    const facts = tableOf(workspace.catalogue.datasets.get('交易流水'));
    const base = sql`scratch.hand_written`;
    await workspace.warehouse.run(
      sql`CREATE OR REPLACE TABLE ${base} AS SELECT * FROM ${clients} QUALIFY row_number() OVER (PARTITION BY "客户编号" ORDER BY rowid) = 1`,
    );
    const byHand = sql`SELECT count(*) AS n FROM ${base} c
      WHERE c."行业" = '制造业' AND (c."资产负债率（%）" >= 60 OR c."近12月逾期次数" >= 1)
        AND EXISTS (SELECT 1 FROM ${facts} t WHERE t."客户编号" = c."客户编号" AND t."金额（元）" >= 500000)
        AND NOT EXISTS (SELECT 1 FROM ${facts} t WHERE t."客户编号" = c."客户编号" AND t."产品" = '跨境结算')`;
    return [
      await inPairs(
        {
          name: 'count of a nested rule over 500,000 clients and 10 million transactions',
          baselineName: 'the same by hand',
          goal: 1.2,
        },
        pairs,
        async () => Number((await workspace.warehouse.rows(byHand))[0]?.n),
        async () => (await countSegment(workspace, { rule })).result.clients,
        (hand, ours) => {
          if (hand !== ours) throw new Error(`By hand ${hand} clients, ours ${ours}`);
        },
      ),
    ];
  });
}
