import type { Constant } from '../conditions/index.ts';
import type { Locale } from '../errors/index.ts';
import type { Dimension, Trait } from '../portraits/index.ts';
import { formatCount } from '../reports/numbers.ts';

/** A trait in words, as a label beside its field: a value, a range that leaves its end out, the rest, or nothing at all. */
export function traitLabel(trait: Trait, locale: Locale): string {
  const words = locale === 'zh' ? chinese : english;
  switch (trait.kind) {
    case 'value':
      return typeof trait.value === 'boolean' ? words.truth(trait.value) : shown(trait.value);
    case 'range': {
      const { low, high } = trait;
      if (low === null) return high === null ? words.any : words.below(shown(high));
      return high === null ? words.from(shown(low)) : words.between(shown(low), shown(high));
    }
    case 'others':
      return words.others(formatCount(trait.values));
    case 'empty':
      return words.empty;
  }
}

/** A trait with its field: on a linked table, that at least one row has it. */
export function traitWords({ field, form }: Pick<Dimension, 'field' | 'form'>, trait: Trait, locale: Locale): string {
  const words = locale === 'zh' ? chinese : english;
  const name = form === 'rows' ? words.rowOf(field.table, field.field) : field.field;
  return words.is(name, traitLabel(trait, locale));
}

const shown = (value: Constant): string =>
  typeof value === 'number' ? value.toLocaleString('en-GB', { maximumFractionDigits: 6 }) : String(value);

interface Words {
  truth(value: boolean): string;
  any: string;
  below(high: string): string;
  from(low: string): string;
  between(low: string, high: string): string;
  others(values: string): string;
  empty: string;
  rowOf(table: string, field: string): string;
  is(field: string, label: string): string;
}

const chinese: Words = {
  truth: (value) => (value ? '是' : '否'),
  any: '有值',
  below: (high) => `< ${high}`,
  from: (low) => `≥ ${low}`,
  between: (low, high) => `${low} ~ ${high}`,
  others: (values) => `其他 ${values} 个值`,
  empty: '（空）',
  rowOf: (table, field) => `${table}有${field}`,
  is: (field, label) => `${field}：${label}`,
};

const english: Words = {
  truth: (value) => (value ? 'yes' : 'no'),
  any: 'any value',
  below: (high) => `< ${high}`,
  from: (low) => `≥ ${low}`,
  between: (low, high) => `${low} to ${high}`,
  others: (values) => `${values} other values`,
  empty: '(empty)',
  rowOf: (table, field) => `${field} in ${table}`,
  is: (field, label) => `${field}: ${label}`,
};
