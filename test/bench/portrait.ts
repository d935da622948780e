import { clientBase, savedClients } from '#engine/clients/index.ts';
import { tableOf } from '#engine/datasets/index.ts';
import { computePortrait, dropLinkedValues } from '#engine/portraits/index.ts';
import { identifier, join, raw, type Session, type Sql, sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import type { PortraitDefinition } from '#shared/portraits/index.ts';
import type { FieldRef, GroupNode } from '#shared/segments/index.ts';
import type { Figure } from './figures.ts';
import { inPairs } from './inPairs.ts';
import { withLargeSample } from './largeSample.ts';

const pairs = 5;
const group = '制造业手机银行客户';

const equal = (field: string, value: string) => ({
  kind: 'condition' as const,
  field: { table: '客户清单', field },
  test: { op: 'eq' as const, value },
});
const rule: GroupNode = {
  kind: 'group',
  combine: 'and',
  negate: false,
  items: [equal('行业', '制造业'), equal('常用渠道', '手机银行')],
};

const texts = ['地区', '分支机构', '信用等级', '主要产品', '风险信号', '通知偏好', '是否违约'];
const numbers: Readonly<Record<string, readonly (number | string)[]>> = {
  员工人数: [10, 15, 22, 30, 42, 60, 95],
  '授信额度（万元）': [100, 160, 220, 300, 400, 560, 900],
  '余额（万元）': [55, 90, 130, 190, 260, 380, 600],
  '资产负债率（%）': [43, 49, 54, 58, 62, 67, 73],
  近12月逾期次数: [1, 2, 3, 4, 5],
  成立日期: ['2003-01-01', '2006-04-01', '2009-07-01', '2012-10-01', '2016-01-01', '2019-04-01', '2022-07-01'],
  开户日期: ['2012-01-01', '2016-03-01', '2019-03-01', '2021-06-01', '2023-03-01', '2024-09-01', '2025-10-01'],
};
const linked: Readonly<Record<string, readonly string[]>> = {
  渠道: ['柜台', '手机银行', '网上银行', '客户经理', '第三方平台'],
  产品: ['转账汇款', '代发工资', '贷款还本付息', '跨境结算', '对公理财', '票据业务'],
  方向: ['收入', '支出'],
};

/**
 * Portraits of a tenth of 500,000 clients, against statements written by hand that ask the same of the data for just these
 * fields: counts, quantiles (the eighths that ranges are cut at, too), means, deviations, KS.
 */
export function portrait(): Promise<Figure[]> {
  return withLargeSample(async (workspace) => {
    workspace.catalogue.definitions.create('segment', group, { rule });
    // Both start from the same cleaned list of clients.
    const base = await clientBase(workspace, savedClients(workspace));
    const list = [...texts, ...Object.keys(numbers)].map((field) => ({ table: '客户清单', field }));
    const rows = Object.keys(linked).map((field) => ({ table: '交易流水', field }));
    const transactions = workspace.catalogue.datasets.get('交易流水');
    return [
      await measure(
        `portrait in ${list.length} fields of 500,000 clients`,
        () => ours(workspace, list),
        () => workspace.warehouse.withSession((session) => listByHand(session, base.source)),
      ),
      await measure(
        'portrait in 3 fields of 10 million transactions, the first time',
        async () => {
          await dropLinkedValues(workspace, transactions.id);
          return ours(workspace, rows);
        },
        () => workspace.warehouse.withSession((session) => linkedByHand(session, base.source, tableOf(transactions))),
      ),
    ];
  });
}

const ours = (workspace: Workspace, dimensions: FieldRef[]) => {
  const definition: PortraitDefinition = {
    scope: { kind: 'segment', segment: group },
    baseline: { kind: 'all' },
    dimensions,
    ruleFields: false,
  };
  return computePortrait(workspace, definition);
};

const measure = (name: string, ours: () => Promise<unknown>, byHand: () => Promise<unknown>): Promise<Figure> =>
  inPairs({ name, baselineName: 'by hand', goal: 1.2 }, pairs, byHand, ours);

const inGroup = sql`t."行业" = '制造业' AND t."常用渠道" = '手机银行'`;
const counts = sql`count(*) FILTER (WHERE g) AS k, count(*) AS a`;

async function listByHand(session: Session, source: Sql): Promise<void> {
  const fields = [...texts, ...Object.keys(numbers)].map((name) => identifier('t', name));
  await session.run(
    sql`CREATE OR REPLACE TEMP TABLE hand AS SELECT coalesce(${inGroup}, false) AS g, ${join(fields, ', ')} FROM ${source}`,
  );
  const groupings = texts.map((name) => sql`SELECT ${identifier(name)} AS v, ${counts} FROM hand GROUP BY 1`);
  await session.rows(join(groupings, ' UNION ALL '));
  for (const [name, edges] of Object.entries(numbers)) {
    const days = typeof edges[0] === 'string';
    const x = days ? sql`date_diff('day', DATE '1970-01-01', v)` : sql`v`;
    await session.run(
      sql`CREATE OR REPLACE TEMP TABLE hand_numbers AS SELECT ${identifier(name)} AS v, ${counts} FROM hand GROUP BY 1`,
    );
    await session.rows(
      sql`WITH v AS MATERIALIZED (SELECT ${x} AS x, k, a FROM hand_numbers WHERE v IS NOT NULL), n AS (SELECT sum(k) AS nk, sum(a) AS na, sum(x * k) / sum(k) AS mk, sum(x * a) / sum(a) AS ma FROM v), c AS (SELECT *, sum(k) OVER w AS ck, sum(a) OVER w AS ca FROM v WINDOW w AS (ORDER BY x ROWS UNBOUNDED PRECEDING)) SELECT max(abs(ck / nk - ca / na)) AS ks, any_value(mk), any_value(ma), sqrt(sum(k * (x - mk) ** 2) / any_value(nk)), sqrt(sum(a * (x - ma) ** 2) / any_value(na)), min(x) FILTER (WHERE ck >= nk / 4), min(x) FILTER (WHERE ck >= nk / 2), min(x) FILTER (WHERE ck >= nk * 3 / 4), min(x) FILTER (WHERE ca >= na / 4), min(x) FILTER (WHERE ca >= na / 2), min(x) FILTER (WHERE ca >= na * 3 / 4), min(x) FILTER (WHERE ca >= na / 8), min(x) FILTER (WHERE ca >= na * 3 / 8), min(x) FILTER (WHERE ca >= na * 5 / 8), min(x) FILTER (WHERE ca >= na * 7 / 8) FROM c CROSS JOIN n`,
    );
    const cases = edges.map((edge, i) => sql`WHEN v < ${days ? sql`CAST(${edge} AS DATE)` : sql`${edge}`} THEN ${i}`);
    await session.rows(
      sql`SELECT CASE WHEN v IS NULL THEN -1 ${join(cases, ' ')} ELSE 9 END AS range, sum(k), sum(a) FROM hand_numbers GROUP BY 1`,
    );
  }
  await session.run(sql`DROP TABLE hand`);
  await session.run(sql`DROP TABLE hand_numbers`);
}

/** One pass over the transactions, a bit a value: three groupings by client and value take several times as long. */
async function linkedByHand(session: Session, source: Sql, transactions: Sql): Promise<void> {
  for (const name of Object.keys(linked))
    await session.rows(sql`SELECT DISTINCT ${identifier(name)} FROM ${transactions}`);
  const bits = Object.entries(linked).map(([name, values], i) => {
    const list = join(
      values.map((value) => sql`${value}`),
      ', ',
    );
    return sql`bit_or(CAST(1 AS BIGINT) << list_position([${list}], ${identifier(name)})) AS ${raw(`m${i}`)}`;
  });
  await session.run(
    sql`CREATE OR REPLACE TEMP TABLE hand AS SELECT coalesce(${inGroup}, false) AS g, m.* FROM ${source} JOIN (SELECT "客户编号", ${join(bits, ', ')} FROM ${transactions} GROUP BY 1) m USING ("客户编号")`,
  );
  for (const i of bits.keys()) {
    await session.rows(
      sql`SELECT bit, sum(k), sum(a) FROM (SELECT ${raw(`m${i}`)} AS bits, ${counts} FROM hand GROUP BY 1), range(1, 8) AS r(bit) WHERE (bits >> bit) & 1 = 1 GROUP BY 1`,
    );
  }
  await session.run(sql`DROP TABLE hand`);
}
