import type { Constant } from '../conditions/index.ts';
import type { Locale } from '../errors/index.ts';
import type { FieldType } from '../intake/index.ts';
import type { Trait } from './trait.ts';

/** A dimension, or whatever else has the values of one field as traits. */
interface Labelled {
  readonly type: FieldType;
  readonly traits: readonly { readonly trait: Trait }[];
}

/** A trait in a few words, without its field: a value, a range whose ends both belong to it where that can be said, "empty". */
export function traitLabel(trait: Trait, dimension: Labelled, locale: Locale): string {
  const words = wordsOf[locale];
  switch (trait.kind) {
    case 'value':
      return valueLabel(trait.value, locale);
    case 'others':
      return words.others(trait.values);
    case 'empty':
      return words.empty;
    case 'range': {
      const { low, high } = trait;
      const inclusive = dimension.type === 'integer' || isDays(dimension.type);
      const from = low === null ? null : bound(low, dimension);
      const to = high === null ? null : bound(inclusive ? before(high, dimension) : high, dimension);
      if (from === null) return inclusive ? words.upTo(to ?? '', isDays(dimension.type)) : `< ${to ?? ''}`;
      if (to === null) return words.from(from, isDays(dimension.type));
      return from === to ? from : words.between(from, to, isDays(dimension.type) || isNegative(from) || isNegative(to));
    }
  }
}

/** The lower end of a range as it stands under an axis; empty where it has none. */
export function tickLabel(trait: Trait, dimension: Labelled): string {
  return trait.kind === 'range' && trait.low !== null ? bound(trait.low, dimension) : '';
}

export function valueLabel(value: Constant, locale: Locale): string {
  if (typeof value === 'boolean') return wordsOf[locale][value ? 'yes' : 'no'];
  if (typeof value === 'number') return number(value);
  return value.trim() === '' ? wordsOf[locale].blank : value;
}

const wordsOf = {
  zh: {
    yes: '是',
    no: '否',
    empty: '空',
    blank: '（空白文本）',
    others: (count: number) => `其余 ${count} 个值`,
    upTo: (to: string, days: boolean) => `${to} ${days ? '及以前' : '及以下'}`,
    from: (from: string, days: boolean) => (days ? `${from} 及以后` : `≥ ${from}`),
    between: (from: string, to: string, inWords: boolean) => (inWords ? `${from} 至 ${to}` : `${from}–${to}`),
  },
  en: {
    yes: 'Yes',
    no: 'No',
    empty: 'Empty',
    blank: '(blank text)',
    others: (count: number) => `${count} other values`,
    upTo: (to: string, _days: boolean) => `up to ${to}`,
    from: (from: string, days: boolean) => (days ? `from ${from}` : `≥ ${from}`),
    between: (from: string, to: string, inWords: boolean) => (inWords ? `${from} to ${to}` : `${from}–${to}`),
  },
} as const;

const isDays = (type: FieldType): boolean => type === 'date' || type === 'timestamp';
/** A dash beside a minus is read as one of them. */
const isNegative = (bound: string): boolean => bound.startsWith('-');
const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 12 });

/** Days are cut to what all edges of a dimension have in common: whole years, whole months, or days. */
function bound(value: Constant, dimension: Labelled): string {
  if (!isDays(dimension.type)) return typeof value === 'number' ? number(value) : String(value);
  return String(value).slice(0, { year: 4, month: 7, day: 10 }[dayUnit(dimension)]);
}

function dayUnit({ traits }: Labelled): 'year' | 'month' | 'day' {
  const edges = traits.flatMap(({ trait }) =>
    trait.kind === 'range' && trait.high !== null ? [String(trait.high)] : [],
  );
  if (edges.every((edge) => edge.endsWith('-01-01'))) return 'year';
  return edges.every((edge) => edge.endsWith('-01')) ? 'month' : 'day';
}

/** The last whole number or day below an edge. */
function before(edge: Constant, dimension: Labelled): Constant {
  if (!isDays(dimension.type)) return Number(edge) - 1;
  return new Date(Date.parse(`${edge}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
