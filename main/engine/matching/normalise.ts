import {
  capitalLetters,
  type MatchRole,
  narrowCharacters,
  patterns,
  smallLetters,
  wideCharacters,
} from '#shared/matching/index.ts';
import { identifier, join, literal, raw, type Sql, sql } from '../warehouse/index.ts';

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
 * is told by one look and takes the short way: a translation of 120 characters costs twenty times that look.
 */
export function normalisedQuery(kept: readonly { as: string; value: Sql }[], raws: readonly Raw[], from: Sql): Sql {
  const first = [...kept, ...raws].map(({ as, value }) => sql`${value} AS ${identifier(as)}`);
  const names = kept.map(({ as }) => identifier(as));
  const flags = raws.map(({ as, role }, i) => sql`${isPlain(identifier(as), role)} AS ${flag(i)}`);
  let query = sql`SELECT *${join([sql``, ...flags], ', ')} FROM (SELECT ${join(first, ', ')} FROM ${from})`;
  for (let at = 0; at < stages; at++) {
    const last = at === stages - 1;
    const next = raws.map(({ as, role }, i) => {
      const x = identifier(as);
      const long = (ways[role][at] ?? same)(x);
      const short = (last ? (shortWays[role] ?? same) : same)(x);
      return sql`CASE WHEN ${flag(i)} THEN ${short} ELSE ${long} END AS ${x}`;
    });
    const still = last ? [] : raws.map((_, i) => flag(i));
    query = sql`SELECT ${join([...names, ...next, ...still], ', ')} FROM (${query})`;
  }
  return query;
}

const flag = (at: number): Sql => raw(`plain${at}`);

/** Written as it is compared, but for what `shortWays` does. */
const plainPatterns = {
  creditCode: '[0-9A-Z]{18}',
  idNumber: '[0-9]{17}[0-9X]',
  phone: '[0-9]{7,12}',
  name: '[0-9A-Z\\x{3400}-\\x{4dbf}\\x{4e00}-\\x{9fff}]+',
  city: '[0-9A-Z\\x{3400}-\\x{4dbf}\\x{4e00}-\\x{9fff}]+',
  /** Nothing to cut off: no zeros in front, and no decimals. */
  clientNumber: '[1-9A-Z][0-9A-Z]*',
} as const;

const isPlain = (x: Sql, role: MatchRole): Sql =>
  role === 'other' ? sql`false` : sql`coalesce(regexp_full_match(${x}, ${literal(plainPatterns[role])}), false)`;

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

/** Where the first two differ it is not one digit throughout. */
const notFiller: Stage = (x) => sql`CASE WHEN ${x}[1] <> ${x}[2] OR NOT ${has(x, filler)} THEN ${x} END`;

const endsWith = (x: Sql, ends: readonly string[]): Sql =>
  join(
    ends.map((end) => sql`suffix(${x}, ${literal(end)})`),
    ' OR ',
  );

/** The same as `form`, for names that are plain: an end is cut off ten times as fast as a pattern is replaced. */
const shortForm: Stage = (x) => {
  const cut = (length: number) => sql`left(${x}, length(${x}) - ${raw(String(length))})`;
  const company = sql`CASE WHEN ${endsWith(x, ['股份有限公司', '有限责任公司'])} THEN ${cut(6)} WHEN suffix(${x}, '有限公司') THEN ${cut(4)} ELSE ${cut(2)} END`;
  const end = sql`CASE WHEN suffix(${x}, '公司') THEN ${company} WHEN ${endsWith(x, ['LTD', 'LIMITED', 'INC', 'CORP', 'CORPORATION', 'LLC'])} THEN ${without(patterns.form)(x)} ELSE ${x} END`;
  return sql`CASE WHEN contains(${x}, ${literal(patterns.group)}) THEN replace(${end}, ${literal(patterns.group)}, '') ELSE ${end} END`;
};

const shortPlace: Stage = (x) =>
  sql`CASE WHEN contains(${x}, '省') OR contains(${x}, '自治区') OR ${endsWith(x, ['市', '地区', '自治州', '盟'])} THEN ${place(x)} ELSE ${x} END`;

/** What stands where there is no number is none. */
const numbered: Stage = (x) => sql`CASE WHEN NOT ${has(x, patterns.noNumber)} THEN ${x} END`;
const whole: Stage = (x) => sql`regexp_replace(${x}, ${literal(patterns.wholeNumber)}, '\\1')`;

const shortWays: Readonly<Partial<Record<MatchRole, Stage>>> = {
  creditCode: notFiller,
  idNumber: notFiller,
  phone: notFiller,
  name: bare(shortForm),
  city: bare(shortPlace),
  clientNumber: numbered,
};

const ways: Readonly<Record<MatchRole, readonly Stage[]>> = {
  creditCode: [narrowAll, between(patterns.code, patterns.notCode), fits(patterns.code)],
  idNumber: [narrowAll, between(patterns.idNumber, patterns.notCode), fits(patterns.idNumber)],
  phone: [narrowAll, between(patterns.phone, patterns.notDigit), country, fits(patterns.phone)],
  name: [narrowLetters, without(patterns.notWord), bare(form)],
  city: [narrowLetters, without(patterns.notWord), bare(place)],
  clientNumber: [narrowAll, without(patterns.numberMarks), whole, numbered],
  other: [narrowAll, (x) => sql`nullif(trim(${x}), '')`],
};
