import { tableOf } from '#engine/datasets/index.ts';
import { computeFunnel } from '#engine/funnels/index.ts';
import { raw, type Sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import type { FunnelDefinition } from '#shared/funnels/index.ts';
import type { Figure } from './figures.ts';
import { inPairs } from './inPairs.ts';
import { withLargeSample } from './largeSample.ts';

const pairs = 7;
const events = ['提交申请', '预审通过', '资料补件', '授信审批', '签约', '放款'] as const;

const definition: FunnelDefinition = {
  scope: { kind: 'all' },
  table: '贷款申请事件',
  time: '时间',
  entry: '申请编号',
  steps: events.map((event) => ({ name: event, all: [{ field: '事件', test: { op: 'eq', value: event } }] })),
  order: 'sequential',
  window: { size: 90, unit: 'day' },
  sameTime: true,
  breakdown: '渠道',
};

const range = (from: number) => events.map((_, i) => i + 1).filter((k) => k >= from);
const each = (from: number, text: (k: number) => string, separator = ', ') => range(from).map(text).join(separator);

/**
 * The same figures by hand, knowing the data: an application has one client, names and numbers are clean, no time is
 * empty. Entries whose first event of a step is too early are gone through with all of their times.
 */
function byHand(workspace: Workspace): Sql {
  const table = tableOf(workspace.catalogue.datasets.get('贷款申请事件')).text;
  const list = tableOf(workspace.catalogue.datasets.get('客户清单')).text;
  const is = (k: number) => `"事件" = '${events[k - 1]}'`;
  const next = (k: number) => `list_min(list_filter(l${k}, lambda x: x >= t${k - 1}))`;
  const chain = (found: (k: number) => string) =>
    each(
      2,
      (k) => `CASE WHEN ${found(k)} >= t${k - 1} AND ${found(k)} < t1 + INTERVAL 90 DAY THEN ${found(k)} END AS t${k}`,
    );
  const columns = `a, c, g, ${each(1, (k) => `t${k}`)}`;
  return raw(`WITH f AS (SELECT "申请编号" AS a, any_value("客户编号") AS c, arg_min("渠道", "时间") FILTER (${is(1)}) AS g,
    ${each(1, (k) => `min("时间") FILTER (${is(k)}) AS m${k}, max("时间") FILTER (${is(k)}) AS x${k}`)}
    FROM ${table} WHERE "事件" IN (${events.map((event) => `'${event}'`).join(', ')}) GROUP BY a),
  q AS MATERIALIZED (SELECT a, c, g, m1 AS t1, ${chain((k) => `m${k}`)},
    ${each(2, (k) => `coalesce(m${k} < t${k - 1} AND x${k} >= t${k - 1}, false)`, ' OR ')} AS unsure
    FROM f WHERE m1 IS NOT NULL AND c IN (SELECT "客户编号" FROM ${list})),
  l AS (SELECT "申请编号" AS a, ${each(2, (k) => `list("时间") FILTER (${is(k)}) AS l${k}`)}
    FROM ${table} WHERE "申请编号" IN (SELECT a FROM q WHERE unsure) GROUP BY a),
  r AS MATERIALIZED (SELECT ${columns} FROM q WHERE NOT unsure UNION ALL
    SELECT a, c, g, t1, ${chain(next)} FROM (SELECT a, c, g, t1 FROM q WHERE unsure) JOIN l USING (a))
  SELECT 'steps' AS part, NULL AS g, ${each(1, (k) => `count(t${k}) AS n${k}`)},
    ${each(2, (k) => `quantile_cont(epoch_us(t${k}) - epoch_us(t${k - 1}), [0.5, 0.9])::VARCHAR AS q${k}`)} FROM r
  UNION ALL BY NAME SELECT 'groups' AS part, g, ${each(1, (k) => `count(t${k}) AS n${k}`)} FROM r GROUP BY g
  UNION ALL BY NAME SELECT 'clients' AS part, ${each(1, (k) => `count(*) FILTER (far >= ${k}) AS n${k}`)}, ${each(1, (k) => `count(*) FILTER (ends & ${2 ** k} <> 0) AS d${k}`)}
    FROM (SELECT max(n) AS far, bit_or(1 << n) AS ends FROM (SELECT c, ${each(1, (k) => `(t${k} IS NOT NULL)::INTEGER`, ' + ')} AS n FROM r) GROUP BY c)`);
}

/** A funnel of six steps over two million events, by group, against the same figures by hand. */
export async function funnel(): Promise<Figure[]> {
  return withLargeSample(async (workspace) => {
    const statement = byHand(workspace);
    return [
      await inPairs(
        { name: 'funnel of 6 steps by group over 2 million events', baselineName: 'the same by hand', goal: 1.2 },
        pairs,
        async () => {
          const rows = await workspace.warehouse.rows(statement);
          const row = rows.find(({ part }) => part === 'steps') ?? {};
          return events.map((_, i) => Number(row[`n${i + 1}`]));
        },
        async () => (await computeFunnel(workspace, definition)).result.steps.map(({ entries }) => entries),
        (hand, ours) => {
          if (hand.join() !== ours.join()) throw new Error(`By hand ${hand}, ours ${ours}`);
        },
      ),
    ];
  });
}
