import type { Field } from '#shared/intake/index.ts';
import type { MatchKey } from '#shared/matching/index.ts';
import { keySql } from '../clients/index.ts';
import { tableOf } from '../datasets/index.ts';
import { join, literal, raw, type Sql, sql } from '../warehouse/index.ts';
import { fieldFor, type MatchInputs } from './inputs.ts';
import { normalisedQuery } from './normalise.ts';
import type { Scratch } from './scratch.ts';

const roles = ['creditCode', 'idNumber', 'phone', 'name', 'city'] as const;

/** Rows of all lists are numbered: the place of the list above 40 bits with the row's own id. */
export const rowId = (list: number, rowid: Sql) => sql`(CAST(${list} AS BIGINT) * 1099511627776 + ${rowid})`;
export const listOfRow = (rid: Sql) => sql`(${rid} // 1099511627776)`;
export const numberOfRow = (rid: Sql) => sql`(${rid} % 1099511627776 + 1)`;

/**
 * A table with a row for each row of each list: rid; h, the hash that it is known by; its normalised values, creditCode to city;
 * nameCity, both together.
 */
export function keysTable(inputs: MatchInputs, scratch: Scratch): Sql {
  const lists = inputs.lists.map(({ dataset, key }, at) => {
    const kept = [
      { as: 'rid', value: rowId(at, sql`t.rowid`) },
      { as: 'own', value: sql`trim(${textOf(key)})` },
    ];
    const raws = roles.map((role) => ({ as: role, value: textOf(fieldFor(inputs, at, role)), role }));
    const query = normalisedQuery(kept, raws, sql`${tableOf(dataset)} t`);
    const said = join(
      roles.map((role) => sql`coalesce(${raw(role)}, ''), chr(31)`),
      ', ',
    );
    const known = sql`CASE WHEN coalesce(own, '') <> '' THEN concat('k', own) ELSE concat('v', ${said}) END`;
    return sql`SELECT rid, left(md5(concat((SELECT rows FROM ${scratch.salt}), ${literal(dataset.name)}, chr(31), ${known})), 16) AS h, ${join(
      roles.map((role) => raw(role)),
      ', ',
    )}, CASE WHEN name IS NOT NULL AND city IS NOT NULL THEN concat(name, chr(31), city) END AS nameCity FROM (${query})`;
  });
  return sql`CREATE TABLE ${scratch.keys} AS ${join(lists, ' UNION ALL ')}`;
}

/** A value as text. A whole number is written without .0 whatever type its column has this month. */
export const textOf = (field: Field | null) =>
  field === null ? sql`CAST(NULL AS VARCHAR)` : keySql('t', { ...field, plain: true });

/** One bit for each key that a row can be told by, by its place in the order of trust. */
const maskOf = (keys: readonly MatchKey[]) =>
  keys.length === 0
    ? sql`0`
    : join(
        keys.map((key, at) => {
          // A phone of many names says nothing, also where it differs.
          const missing = sql`k.${raw(key)} IS NULL OR coalesce(${raw(`s${at}`)}.shared, false)`;
          return sql`${raw(at === 0 ? '' : '+ ')}CASE WHEN ${missing} THEN 0 ELSE ${raw(String(1 << at))} END`;
        }),
        ' ',
      );

/**
 * The rows with what they share: g0, g1 … hold the smallest row with the same value of each key, null where no other row
 * has it; gs that of a phone which too many names have. c is the client, at first each row its own; joined the key that
 * brought the row to another first, by its place.
 */
export function stateTable({ definition }: MatchInputs, scratch: Scratch): Sql {
  const { keys, sharedBy } = definition;
  const joins = keys.map((key, at) => {
    const column = raw(key);
    const names =
      key === 'phone' ? sql`, count(DISTINCT name) >= ${raw(String(sharedBy))} AS shared` : sql`, false AS shared`;
    const group = raw(`s${at}`);
    return sql`LEFT JOIN (SELECT ${column} AS v, min(rid) AS g${names} FROM ${scratch.keys} WHERE ${column} IS NOT NULL GROUP BY 1 HAVING count(*) > 1) ${group} ON ${group}.v = k.${column}`;
  });
  const groups = keys.map(
    (_, at) => sql`, CASE WHEN NOT ${raw(`s${at}`)}.shared THEN ${raw(`s${at}`)}.g END AS ${raw(`g${at}`)}`,
  );
  const phone = keys.indexOf('phone');
  const shared =
    phone < 0 ? sql`CAST(NULL AS BIGINT)` : sql`CASE WHEN ${raw(`s${phone}`)}.shared THEN ${raw(`s${phone}`)}.g END`;
  return sql`CREATE TABLE ${scratch.state} AS SELECT k.rid, k.rid AS c, CAST(NULL AS INTEGER) AS joined, CAST(${maskOf(keys)} AS INTEGER) AS m,
    ${shared} AS gs${join(groups, ' ')} FROM ${scratch.keys} k ${join(joins, ' ')}`;
}
