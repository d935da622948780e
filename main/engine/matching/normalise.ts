import {
  capitalLetters,
  type MatchRole,
  narrowCharacters,
  patterns,
  smallLetters,
  wideCharacters,
} from '#shared/matching/index.ts';
import { identifier, join, literal, type Sql, sql } from '../warehouse/index.ts';

/** One step of a value: a column in, an expression out, which may name the column often. */
type Stage = (x: Sql) => Sql;

/** A text column that is to be normalised by what it is. */
export interface Raw {
  readonly as: string;
  readonly value: Sql;
  readonly role: MatchRole;
}

const stages = 4;

/**
 * A query with `normalised` of shared/matching of each column, beside the columns `kept`. In stages, one subquery each, because
 * an expression that is named twice is worked out twice, and a lambda takes three times as long. What is written plainly, as most is,
 * takes the short way: a translation of 120 characters costs twenty times a look whether there is anything to translate.
 */
export function normalisedQuery(kept: readonly { as: string; value: Sql }[], raws: readonly Raw[], from: Sql): Sql {
  const first = [...kept, ...raws].map(({ as, value }) => sql`${value} AS ${identifier(as)}`);
  let query = sql`SELECT ${join(first, ', ')} FROM ${from}`;
  for (let at = 0; at < stages; at++) {
    const names = kept.map(({ as }) => identifier(as));
    const next = raws.map(({ as, role }) => sql`${(ways[role][at] ?? same)(identifier(as))} AS ${identifier(as)}`);
    query = sql`SELECT ${join([...names, ...next], ', ')} FROM (${query})`;
  }
  return query;
}

const same: Stage = (x) => x;
const has = (text: Sql, pattern: string) => sql`regexp_matches(${text}, ${literal(pattern)})`;

const without =
  (pattern: string): Stage =>
  (x) =>
    sql`CASE WHEN ${has(x, pattern)} THEN regexp_replace(${x}, ${literal(pattern)}, '', 'g') ELSE ${x} END`;

const narrow =
  (marked: string): Stage =>
  (x) =>
    sql`CASE WHEN ${has(x, marked)} THEN translate(${x}, ${literal(wideCharacters + smallLetters)}, ${literal(narrowCharacters.toUpperCase() + capitalLetters)}) ELSE ${x} END`;
const narrowAll = narrow('[\uff01-\uff5e\u3000a-z]');
/** Full-width marks are no letters, and are taken out like any other. */
const narrowLetters = narrow('[\uff10-\uff19\uff21-\uff3a\uff41-\uff5aa-z]');

/** What stands between goes, unless nothing does. */
const between =
  (pattern: string, junk: string): Stage =>
  (x) =>
    sql`CASE WHEN ${has(x, pattern)} THEN ${x} ELSE regexp_replace(${x}, ${literal(junk)}, '', 'g') END`;

/** What is typed where there is nothing, too, is no code. */
const fits =
  (pattern: string): Stage =>
  (x) =>
    sql`CASE WHEN ${has(x, pattern)} AND NOT ${has(x, filler)} THEN ${x} END`;
const filler = `^(${[...'0123456789', ...capitalLetters].map((char) => `${char}+`).join('|')})$`;

const country: Stage = (x) =>
  sql`CASE WHEN length(${x}) > 12 THEN regexp_replace(${x}, ${literal(patterns.country)}, '\\2') ELSE ${x} END`;

/** What only says what kind of thing it is goes, unless nothing else is there. */
const bare =
  (cut: Stage): Stage =>
  (x) =>
    sql`coalesce(nullif(${cut(x)}, ''), nullif(${x}, ''))`;
const form: Stage = (x) => sql`replace(${without(patterns.form)(x)}, ${literal(patterns.group)}, '')`;
const place: Stage = (x) =>
  sql`regexp_replace(regexp_replace(${x}, ${literal(patterns.province)}, ''), ${literal(patterns.place)}, '')`;

const ways: Readonly<Record<MatchRole, readonly Stage[]>> = {
  creditCode: [narrowAll, between(patterns.code, patterns.notCode), fits(patterns.code)],
  idNumber: [narrowAll, between(patterns.idNumber, patterns.notCode), fits(patterns.idNumber)],
  phone: [narrowAll, between(patterns.phone, patterns.notDigit), country, fits(patterns.phone)],
  name: [narrowLetters, without(patterns.notWord), bare(form)],
  city: [narrowLetters, without(patterns.notWord), bare(place)],
  other: [narrowAll, (x) => sql`nullif(trim(${x}), '')`],
};
