import { join, literal, raw, type Sql, sql } from '../warehouse/index.ts';
import { number } from './choices.ts';
import type { Random } from './random.ts';
import { type Campaign, campaignNoise, campaigns } from './truths.ts';

/** What a contact costs on average, in yuan. */
const costPerContact = 8;

/**
 * The weeks of all campaigns, in order. Revenue is cost x ROAS, and ROAS follows launch x 0.5^(t / half-life) with a little
 * noise, t being the 期次, from 1. The same in every size.
 */
export function campaignsQuery(random: Random): Sql {
  return sql`
    SELECT name, channel, t, strftime(start + 7 * (t - 1), '%Y-%m-%d') AS week, cost, contacts,
      floor(contacts * least(0.08, 0.012 * roas))::INTEGER AS responses,
      round(cost * roas, 2) AS revenue
    FROM (
      SELECT *, greatest(1, round(cost / ${number(costPerContact)} * (0.9 + 0.2 * u_contacts)))::INTEGER AS contacts,
        launch * decay * (1 + ${number(campaignNoise)} * z_roas) AS roas
      FROM (
        SELECT *, round(weekly * greatest(0.5, 1 + 0.1 * z_cost), 2) AS cost
        FROM (${join(
          campaigns.map((campaign, i) => weeks(random, campaign, i)),
          ' UNION ALL ',
        )})
      )
    )
    ORDER BY n, t`;
}

function weeks(random: Random, campaign: Campaign, n: number): Sql {
  const row = raw('t');
  const salt = (name: string) => `campaign.${n}.${name}`;
  const decay = campaign.halfLife === null ? sql`1` : sql`pow(0.5, t / ${number(campaign.halfLife)}::DOUBLE)`;
  return sql`
    SELECT ${number(n)} AS n, ${literal(campaign.name)} AS name, ${literal(campaign.channel)} AS channel, t::INTEGER AS t,
      DATE ${literal(campaign.start)} AS start, ${number(campaign.launch)}::DOUBLE AS launch,
      ${number(campaign.weeklyCost)}::DOUBLE AS weekly, ${decay} AS decay, ${random.uniform(salt('contacts'), row)} AS u_contacts,
      ${random.normal(salt('cost'), row)} AS z_cost, ${random.normal(salt('roas'), row)} AS z_roas
    FROM range(1, ${number(campaign.periods + 1)}) AS weeks(t)`;
}
