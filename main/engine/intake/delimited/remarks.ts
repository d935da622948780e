import type { Accounting, Remark } from '#shared/intake/index.ts';
import { isMixed } from './mixedDates.ts';
import type { DelimitedPlan } from './plan.ts';
import type { RecordClass } from './sorted.ts';

/**
 * What is to be said of a text beside its rows: by its sample, or by the whole file where it was counted. Lines beside
 * the table are counted and never quoted: no class of a column masks them.
 */
export function remarksOnText(plan: DelimitedPlan, counted: Accounting | null, whole = counted !== null): Remark[] {
  const { dialect, headerRows = 0, aside = [] } = plan;
  const around = (kind: Remark['kind'], is: RecordClass, exact: number | undefined): Remark => {
    return { kind, count: exact ?? aside.filter((each) => each.is === is).length, atLeast: !whole, names: [] };
  };
  const fixed = { atLeast: false, names: [] };
  const formed = plan.columns.filter(({ type, format, skip }) => type === 'number' && format !== null && !skip);
  const worded = plan.columns.filter(({ nullWords, skip }) => nullWords && !skip);
  const zoned = plan.columns.filter(({ offset, skip }) => offset && !skip);
  const mixed = plan.columns.filter(({ format, skip }) => isMixed(format) && !skip);
  const remarks: Remark[] = [
    around('preamble', 'preamble', counted?.preamble),
    around('comments', 'comment', counted?.comments),
    { ...fixed, kind: 'joinedHeader', count: headerRows > 1 ? headerRows : 0 },
    { ...fixed, kind: 'fixedWidth', count: dialect.starts?.length ?? 0 },
    around('totals', 'total', counted?.totals),
    { ...fixed, kind: 'numberForms', count: formed.length, names: formed.map(({ name }) => name) },
    { ...fixed, kind: 'mixedDates', count: mixed.length, names: mixed.map(({ name }) => name) },
    { ...fixed, kind: 'offsets', count: zoned.length, names: zoned.map(({ name }) => name) },
    { ...fixed, kind: 'nullWords', count: worded.length, names: worded.map(({ name }) => name) },
  ];
  return remarks.filter(({ count }) => count > 0);
}
