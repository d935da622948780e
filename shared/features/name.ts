import { type Locale, locales } from '../errors/index.ts';
import type { Feature } from './definition.ts';
import { type FeatureTeller, sentenceOf } from './sentence.ts';

/** What names are told by. Values asked of withheld fields are in none: a name goes into reports, exports and logs. */
export type NameTeller = Pick<FeatureTeller, 'isDate' | 'isWithheld'>;

/** A longer name is cut: it heads a column. */
const longest = 60;

/**
 * The name of a feature by what it makes: 近 90 天金额合计. It has its table where it is of rows and no field, or where the name is
 * taken without, and a number where it is taken still. Names are one whatever their case.
 */
export function featureName(feature: Feature, taken: readonly string[], locale: Locale, teller: NameTeller): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  const bases = basesOf(feature, locale, teller);
  const free = bases.find((name) => !names.has(name.toLowerCase()));
  if (free !== undefined) return free;
  const last = bases.at(-1) ?? '';
  for (let number = 2; ; number++) {
    const name = `${last} ${number}`;
    if (!names.has(name.toLowerCase())) return name;
  }
}

/** Whether a feature has a name by what it makes, in either language, and none that somebody wrote. */
export function isNamedByWhat(feature: Feature, teller: NameTeller): boolean {
  const { name } = feature;
  return locales.some((locale) =>
    basesOf(feature, locale, teller).some(
      (base) => name === base || (name.startsWith(`${base} `) && /^[0-9]+$/.test(name.slice(base.length + 1))),
    ),
  );
}

function basesOf(feature: Feature, locale: Locale, teller: NameTeller): string[] {
  const { table } = feature;
  const tables = feature.field === null ? [table] : ['', table];
  return tables.map((each) => cut(sentenceOf(feature, locale, { ...teller, table: each })));
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}
