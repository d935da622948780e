import { literal, raw, type Sql, sql } from '../warehouse/index.ts';
import { number, pick, type Weighted } from './choices.ts';
import { asOf, firstDay } from './options.ts';
import { type Random, slice } from './random.ts';
import { crossBorder } from './truths.ts';
import { clientChannels } from './vocabulary.ts';

const transactionsPerClient = 20;

/** One transaction in this many belongs to an account that is no longer on the client list. */
const orphanEvery = 1000;

/** 跨境结算 as a share of the transactions of those who settle abroad, beside their first one. */
const crossBorderShare = 0.25;

const ordinaryProducts: Weighted = [
  ['转账汇款', 0.46],
  ['代发工资', 0.2],
  ['贷款还本付息', 0.16],
  ['票据业务', 0.1],
  ['对公理财', 0.08],
];

/**
 * How many transactions each client has, from which row on, and between which days; in all exactly 20 a client. Shares are
 * taken in whole numbers, because a sum of doubles depends on the order of the threads.
 */
export function createActivity(clients: number): Sql {
  const total = number(clients * transactionsPerClient);
  return sql`
    CREATE TABLE activity AS
    SELECT * EXCLUDE (reached, weight, whole), ((reached - weight) * ${total}) // whole AS first_row,
      ((reached * ${total}) // whole - ((reached - weight) * ${total}) // whole)::BIGINT AS transactions
    FROM (
      SELECT *, sum(weight) OVER (ORDER BY i) AS reached, sum(weight) OVER () AS whole
      FROM (
        SELECT i, channel, crosses, begins, days, exp(9.2 + 0.9 * ln(credit_limit / 300)) AS usual,
          CASE WHEN u_idle < 0.03 THEN 0
               ELSE round(1000 * exp(z_activity) * days / 730)::BIGINT + CASE WHEN crosses THEN 200 ELSE 0 END
          END AS weight
        FROM (
          SELECT *,
            (CASE WHEN u_lapsing < 0.12 THEN greatest(begins, DATE '2025-05-01' + floor(u_lapse * 400)::INTEGER)
                  ELSE DATE ${literal(asOf)} END - begins + 1)::INTEGER AS days
          FROM (SELECT *, greatest(DATE ${literal(firstDay)}, opened + 2) AS begins FROM trait)
        )
      )
    )
    ORDER BY i`;
}

/** The transactions in the order of the file, which is by time. Branches and client managers do not work at weekends. */
export function createMovements(random: Random): Sql {
  const remainder = (draw: string, from: number) => raw(`(${draw} - ${from}) / ${1 - from}`);
  return sql`
    CREATE TABLE movement AS
    SELECT
      (day - CASE WHEN channel IN ('柜台', '客户经理') THEN greatest(0, isodow(day) - 5) ELSE 0 END::INTEGER)::TIMESTAMP
        + to_seconds(28800 + floor((u_time * days - floor(u_time * days)) * 43200)::BIGINT) AS ts,
      row_no,
      CASE WHEN k > 1 AND row_no % ${number(orphanEvery)} = 500 THEN 1 + row_no // ${number(orphanEvery)} % 999
           ELSE 1000 + 3 * i END::INTEGER AS client,
      greatest(1, usual * exp(0.45 * ln(u_amount / (1 - u_amount))))::DECIMAL(18, 2) AS amount,
      channel, product,
      product NOT IN ('代发工资', '贷款还本付息') AND u_amount * 65536 % 1 < 0.7 AS incoming
    FROM (
      SELECT * REPLACE (
        CASE WHEN u_channel < 0.7::DOUBLE THEN channel ELSE ${pick(remainder('u_channel', 0.7), clientChannels)} END AS channel),
        begins + floor(u_time * days)::INTEGER AS day,
        CASE WHEN NOT crosses THEN ${pick(raw('u_product'), ordinaryProducts)}
             WHEN k = 1 OR u_product < ${number(crossBorderShare)} THEN ${literal(crossBorder.transaction)}
             ELSE ${pick(remainder('u_product', crossBorderShare), ordinaryProducts)} END AS product
      FROM (
        SELECT *, ${slice(raw('bits'), 0)} AS u_time, ${slice(raw('bits'), 1)} AS u_amount,
          ${slice(raw('bits'), 2)} AS u_channel, ${slice(raw('bits'), 3)} AS u_product
        FROM (
          SELECT *, ${random.bits('movement', raw('row_no'))} AS bits
          FROM (SELECT *, (first_row + k)::BIGINT AS row_no FROM (SELECT *, unnest(range(1, transactions + 1)) AS k FROM activity))
        )
      )
    )
    ORDER BY ts, row_no`;
}

/** The rows of the file. Transactions are numbered as they stand in it. */
export function transactionsQuery(): Sql {
  return sql`
    SELECT 'T' || lpad((rowid + 1)::VARCHAR, 10, '0') AS "交易编号", lpad(client::VARCHAR, 8, '0') AS "客户编号",
      ts AS "交易时间", amount AS "金额（元）", channel AS "渠道", product AS "产品",
      CASE WHEN incoming THEN '收入' ELSE '支出' END AS "方向"
    FROM movement`;
}
