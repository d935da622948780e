import type { Field } from '#shared/intake/index.ts';
import type { MatchKey } from '#shared/matching/index.ts';
import { keySql } from '../clients/index.ts';
import { tableOf } from '../datasets/index.ts';
import { identifier, join, literal, raw, type Sql, sql } from '../warehouse/index.ts';
import { fieldFor, type MatchInputs } from './inputs.ts';
import { normalisedQuery } from './normalise.ts';
import type { Scratch } from './scratch.ts';

/** By these a row without a number of its own is known to decisions: one more would make them forget. */
const knownBy = ['creditCode', 'idNumber', 'phone', 'name', 'city'] as const;
const roles = [...knownBy, 'clientNumber'] as const;

/** Rows of all lists are numbered: the place of the list above 40 bits with the row's own id. */
export const rowsOfList = 1099511627776;
export const rowId = (list: number, rowid: Sql) => sql`(CAST(${list} AS BIGINT) * 1099511627776 + ${rowid})`;
export const listOfRow = (rid: Sql) => sql`(${rid} // 1099511627776)`;
export const numberOfRow = (rid: Sql) => sql`(${rid} % 1099511627776 + 1)`;

/**
 * A table with a row for each row of each list: rid; own, its list's own number; its normalised values, creditCode to clientNumber; m, one
 * bit for each key that it has, by its place in the order of trust.
 */
export function keysTable(inputs: MatchInputs, scratch: Scratch): Sql {
  const lists = inputs.lists.map(({ dataset, key }, at) => {
    const kept = [
      { as: 'rid', value: rowId(at, sql`t.rowid`) },
      { as: 'own', value: sql`trim(${textOf(key)})` },
    ];
    const raws = roles.map((role) => ({ as: role, value: textOf(fieldFor(inputs, at, role)), role }));
    const query = normalisedQuery(kept, raws, sql`${tableOf(dataset)} t`);
    return sql`SELECT *, ${bitsOf(inputs.definition.keys)} AS m FROM (${query})`;
  });
  return sql`CREATE TABLE ${scratch.keys} AS ${join(lists, ' UNION ALL ')}`;
}

/** A value as text. A whole number is written without .0 whatever type its column has this month. */
export const textOf = (field: Field | null) =>
  field === null ? sql`CAST(NULL AS VARCHAR)` : keySql('t', { ...field, plain: true });

function bitsOf(keys: readonly MatchKey[]): Sql {
  const bits = keys.map((key, at) => {
    const there = key === 'nameCity' ? sql`name IS NOT NULL AND city IS NOT NULL` : sql`${raw(key)} IS NOT NULL`;
    return sql`${raw(at === 0 ? '' : '+ ')}CASE WHEN ${there} THEN ${raw(String(1 << at))} ELSE 0 END`;
  });
  return sql`CAST(${bits.length === 0 ? sql`0` : join(bits, ' ')} AS UTINYINT)`;
}

/** What a row of the keys is known by to decisions: a hash of its list with its own number or, without one, its values. */
export function hashSql({ lists }: MatchInputs, alias: string, scratch: Scratch): Sql {
  const column = (name: string) => identifier(alias, name);
  const names = lists.map(({ dataset }, at) => sql`WHEN ${raw(String(at))} THEN ${literal(dataset.name)}`);
  const name = sql`CASE ${listOfRow(column('rid'))} ${join(names, ' ')} END`;
  const said = join(
    knownBy.map((role) => sql`coalesce(${column(role)}, ''), chr(31)`),
    ', ',
  );
  const known = sql`CASE WHEN coalesce(${column('own')}, '') <> '' THEN concat('k', ${column('own')}) ELSE concat('v', ${said}) END`;
  return sql`left(md5(concat((SELECT rows FROM ${scratch.salt}), ${name}, chr(31), ${known})), 16)`;
}
