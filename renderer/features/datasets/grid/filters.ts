import type { Constant, Predicate } from '#shared/conditions/index.ts';
import type { FieldType } from '#shared/intake/index.ts';

/** What the grid's own filters say of one column. Only the parts that are read here. */
export interface ColumnFilterModel {
  type?: string | null;
  filter?: string | number | null;
  filterTo?: string | number | null;
  dateFrom?: string | null;
  dateTo?: string | null;
}

const comparisons: Readonly<Record<string, 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'>> = {
  equals: 'eq',
  notEqual: 'ne',
  lessThan: 'lt',
  lessThanOrEqual: 'le',
  greaterThan: 'gt',
  greaterThanOrEqual: 'ge',
};
const textTests: Readonly<Record<string, 'contains' | 'startsWith' | 'endsWith'>> = {
  contains: 'contains',
  startsWith: 'startsWith',
  endsWith: 'endsWith',
};

/** The tests that a column's filter stands for; all must be met. None where it is not filled in. */
export function predicatesOf(type: FieldType, model: ColumnFilterModel): Predicate[] {
  const kind = model.type ?? '';
  if (kind === 'blank') return [{ op: 'isNull' }];
  if (kind === 'notBlank') return [{ op: 'notNull' }];
  if (kind === 'isTrue' || kind === 'isFalse') return [{ op: 'eq', value: kind === 'isTrue' }];
  if (type === 'date' || type === 'timestamp') return datePredicates(type, kind, model);
  const low = constantOf(type, model.filter);
  if (low === null) return [];
  if (kind === 'inRange') {
    const high = constantOf(type, model.filterTo);
    return high === null ? [] : [{ op: 'between', low, high }];
  }
  const text = textTests[kind];
  if (text) return [{ op: text, value: String(low) }];
  const comparison = comparisons[kind];
  return comparison ? [{ op: comparison, value: low }] : [];
}

/** Whole numbers that a double cannot hold stay text; so does all text, '' included. */
function constantOf(type: FieldType, value: string | number | null | undefined): Constant | null {
  if (value === null || value === undefined) return null;
  if (type !== 'integer') return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

/** A filter by days on a moment in time means the whole day, from its beginning up to the next. */
function datePredicates(type: 'date' | 'timestamp', kind: string, model: ColumnFilterModel): Predicate[] {
  const from = model.dateFrom?.slice(0, 10);
  const to = model.dateTo?.slice(0, 10);
  if (!from) return [];
  const days = type === 'date';
  switch (kind) {
    case 'equals':
      return days ? [{ op: 'eq', value: from }] : wholeDays(from, from);
    case 'lessThan':
      return [{ op: 'lt', value: from }];
    case 'greaterThan':
      return [days ? { op: 'gt', value: from } : { op: 'ge', value: dayAfter(from) }];
    case 'inRange':
      if (!to) return [];
      return days ? [{ op: 'between', low: from, high: to }] : wholeDays(from, to);
    default:
      return [];
  }
}

const wholeDays = (first: string, last: string): Predicate[] => [
  { op: 'ge', value: first },
  { op: 'lt', value: dayAfter(last) },
];

function dayAfter(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
}
