import { join, literal, raw, type Sql, sql } from '../warehouse/index.ts';
import { number, pick } from './choices.ts';
import { asOf } from './options.ts';
import type { Random } from './random.ts';
import { crossBorder, defaultModel, lift } from './truths.ts';
import { cities, clientChannels, industries, otherProducts, overdueCounts, signals } from './vocabulary.ts';

const row = raw('i');
const uniforms =
  'industry city founded opened utilisation overdue channel lifted product signal defaulted crossing lapsing lapse idle';
const normals = 'staff limit leverage grade activity';

/** Draws everything random about a client: one row each, `i` from 1, `u_` uniform and `z_` normal. */
export function createDraws(random: Random, clients: number): Sql {
  const columns = [
    ...uniforms.split(' ').map((name) => sql`${random.uniform(`client.${name}`, row)} AS ${raw(`u_${name}`)}`),
    ...normals.split(' ').map((name) => sql`${random.normal(`client.${name}`, row)} AS ${raw(`z_${name}`)}`),
  ];
  return sql`CREATE TABLE draw AS SELECT i, ${join(columns, ', ')} FROM range(1, ${number(clients + 1)}) AS t(i)`;
}

/** What is true of each client, before anything is left blank. */
export function createTraits(): Sql {
  const isLifted = sql`industry = ${literal(lift.industry)} AND channel = ${literal(lift.channel)}`;
  return sql`
    CREATE TABLE trait AS
    SELECT *, ${gradeOf(sql`log_odds + 0.8 * z_grade`)} AS grade, u_defaulted < 1 / (1 + exp(-log_odds)) AS defaulted
    FROM (
      SELECT *,
        ${logOdds()} AS log_odds,
        u_crossing < CASE WHEN product = ${literal(crossBorder.product)} THEN ${number(crossBorder.inside)}
                          ELSE ${number(crossBorder.outside)} END AS crosses
      FROM (
        SELECT *,
          CASE WHEN u_lifted < CASE WHEN ${isLifted} THEN ${number(lift.inside)} ELSE ${number(lift.outside)} END
               THEN ${literal(lift.product)} ELSE ${pick(raw('u_product'), otherProducts)} END AS product,
          founded + floor(u_opened * (DATE '2026-09-30' - founded))::INTEGER AS opened,
          round(credit_limit * utilisation, 2) AS balance
        FROM (${independentTraits()})
      )
    )
    ORDER BY i`;
}

/** Traits that hang on nothing but their own draw. */
function independentTraits(): Sql {
  return sql`
    SELECT *,
      ${pick(raw('u_industry'), industries)} AS industry,
      ${pick(raw('u_city'), cities)} AS city,
      ${pick(raw('u_channel'), clientChannels)} AS channel,
      ${pick(raw('u_signal'), signals)} AS signal,
      ${pick(raw('u_overdue'), overdueCounts)} AS overdue,
      round(greatest(8, least(98, 58 + 13 * z_leverage)), 1) AS leverage,
      greatest(3, least(3000, round(exp(3.4 + z_staff))))::INTEGER AS staff,
      DATE ${literal(asOf)} - (390 + floor(u_founded * 9500))::INTEGER AS founded,
      greatest(20, least(20000, 10 * round(exp(5.7 + 0.9 * z_limit + 0.25 * z_staff) / 10)))::DOUBLE AS credit_limit,
      sqrt(u_utilisation) AS utilisation
    FROM draw`;
}

function logOdds(): Sql {
  const { intercept, leverage, overdue, utilisation, cashFlow, lawsuit, construction, interaction } = defaultModel;
  return sql`
    ${number(intercept)} + ${number(leverage)} * (leverage - 58) / 10 + ${number(overdue)} * overdue
    + ${number(utilisation)} * (utilisation - 0.5)
    + CASE signal WHEN ${literal(cashFlow.signal)} THEN ${number(cashFlow.weight)}
                  WHEN ${literal(lawsuit.signal)} THEN ${number(lawsuit.weight)} ELSE 0 END
    + CASE WHEN industry = ${literal(construction.industry)} THEN ${number(construction.weight)} ELSE 0 END
    + CASE WHEN industry = ${literal(interaction.industry)} AND channel = ${literal(interaction.channel)}
           THEN ${number(interaction.weight)} ELSE 0 END`;
}

/** Grades follow the score of the default model, blurred; they cause nothing. */
function gradeOf(score: Sql): Sql {
  return sql`
    CASE WHEN ${score} < -4.6 THEN 'AAA' WHEN ${score} < -3.9 THEN 'AA' WHEN ${score} < -3.2 THEN 'A'
         WHEN ${score} < -2.4 THEN 'BBB' WHEN ${score} < -1.4 THEN 'BB' ELSE 'B' END`;
}
