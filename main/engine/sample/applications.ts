import { join, literal, raw, type Sql, sql } from '../warehouse/index.ts';
import { number, pick, type Weighted } from './choices.ts';
import { clientNumber } from './clientList.ts';
import { firstDay } from './options.ts';
import type { Random } from './random.ts';
import { funnelSteps, leak } from './truths.ts';

/** Applications handed in for each 100 clients, before those of accounts opened too late are left out. */
const applicationsPer100 = 95;

/** No one hands in later, so that every application has come to its end by the day the sample stands for. */
const lastSubmission = '2026-08-31';

/** A step takes at most so many minutes: nine days. */
const longestStep = 12_960;

const applicationChannels: Weighted = [
  ['手机银行', 0.26],
  ['网上银行', 0.2],
  ['柜台', 0.28],
  ['客户经理', 0.16],
  ['第三方平台', 0.1],
];

/** Steps whose failure the bank records, as 申请拒绝; after the others clients simply stay away. */
const refusedAt = new Set(['预审通过', '授信审批']);

/** One row an application: its channel, how far it came (1 = handed in) and when each step was or would have been taken. */
export function createApplications(random: Random, clients: number): Sql {
  const row = raw('a');
  const total = Math.floor((clients * applicationsPer100) / 100);
  const uniform = (name: string) => random.uniform(`application.${name}`, row);
  const passes = funnelSteps
    .slice(1)
    .map((step, i) => sql`${uniform(`pass${i + 1}`)} < ${passRate(step)} AS ${raw(`pass${i + 1}`)}`);
  const minutes = funnelSteps.slice(1).map((step, i) => {
    const spread = random.normal(`application.wait${i + 1}`, row);
    return sql`least(${number(longestStep)}, ceil(${number(step.medianHours * 60)} * exp(0.7 * ${spread})))::BIGINT AS ${raw(`wait${i + 1}`)}`;
  });
  return sql`
    CREATE TABLE application AS
    SELECT *, ${furthest()} AS furthest
    FROM (
      SELECT a, i, channel, round(greatest(5, credit_limit * (0.2 + 0.6 * u_amount)) / 5) * 5 AS amount, u_rework,
        ((begins + floor(u_day * (DATE ${literal(lastSubmission)} - begins))::INTEGER)::TIMESTAMP
          + to_minutes(510 + floor(u_minute * 570)::BIGINT)) AS submitted,
        ${join([...passes, ...minutes], ', ')}
      FROM (
        SELECT drawn.*, credit_limit, greatest(DATE ${literal(firstDay)}, opened + 2) AS begins,
          CASE WHEN u_own < 0.55::DOUBLE THEN trait.channel ELSE ${pick(raw('drawn.u_channel'), applicationChannels)} END AS channel
        FROM (
          SELECT a, 1 + floor(${uniform('client')} * ${number(clients)})::BIGINT AS i,
            ${join(
              ['own', 'channel', 'amount', 'rework', 'day', 'minute'].map(
                (name) => sql`${uniform(name)} AS ${raw(`u_${name}`)}`,
              ),
              ', ',
            )}
          FROM range(1, ${number(total + 1)}) AS t(a)
        ) AS drawn
        JOIN trait USING (i)
        WHERE opened < DATE ${literal(lastSubmission)} - 10
      )
    )
    ORDER BY submitted, a`;
}

function passRate(step: (typeof funnelSteps)[number]): Sql {
  if (step.event !== leak.event) return number(step.passes);
  return sql`CASE WHEN channel = ${literal(leak.channel)} THEN ${number(leak.passes)} ELSE ${number(step.passes)} END`;
}

function furthest(): Sql {
  const cases = funnelSteps.slice(1).map((_, i) => sql`WHEN NOT ${raw(`pass${i + 1}`)} THEN ${number(i + 1)}`);
  return sql`CASE ${join(cases, ' ')} ELSE ${number(funnelSteps.length)} END`;
}

/** The rows of the file, by time: steps, refusals, and for 15 % of those who bring papers a second time that they do. */
export function applicationEventsQuery(): Sql {
  const time = (step: number) =>
    sql`submitted + to_minutes(${raw(['0', ...Array.from({ length: step }, (_, i) => `wait${i + 1}`)].join(' + '))})`;
  const taken = funnelSteps.map(
    ({ event }, step) =>
      sql`SELECT a, i, channel, amount, ${number(step)} AS step, ${literal(event)} AS event, ${time(step)} AS ts
          FROM application WHERE furthest > ${number(step)}`,
  );
  const refused = funnelSteps.flatMap(({ event }, step) =>
    refusedAt.has(event)
      ? [
          sql`SELECT a, i, channel, amount, ${number(step)}, '申请拒绝', ${time(step)} FROM application WHERE furthest = ${number(step)}`,
        ]
      : [],
  );
  const papers = funnelSteps.findIndex(({ event }) => event === '资料补件');
  const again = sql`
    SELECT a, i, channel, amount, ${number(papers)}, '资料补件', ${time(papers)} + to_minutes(${raw(`wait${papers + 1}`)} // 2)
    FROM application WHERE furthest > ${number(papers)} AND u_rework < 0.15::DOUBLE`;
  return sql`
    SELECT 'A' || lpad(number::VARCHAR, 8, '0') AS "申请编号", ${clientNumber(raw('i'))} AS "客户编号", event AS "事件",
      strftime(ts, '%Y-%m-%d %H:%M:%S') AS "时间", channel AS "渠道", amount::DECIMAL(18, 2) AS "申请金额（万元）"
    FROM (${join([...taken, ...refused, again], ' UNION ALL ')})
    JOIN (SELECT a, rowid + 1 AS number FROM application) USING (a)
    ORDER BY ts, a, step, event`;
}
