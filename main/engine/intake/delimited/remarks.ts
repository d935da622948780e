import type { Accounting, Remark } from '#shared/intake/index.ts';
import { maskText } from '#shared/privacy/text.ts';
import type { DelimitedPlan } from './plan.ts';
import type { RecordClass } from './sorted.ts';

/** Lines that are shown beside their count, and characters of each. */
const linesShown = 10;
const charactersShown = 80;

/** What is to be said of a text beside its rows: by its sample, or by the whole file where it was counted. */
export function remarksOnText(plan: DelimitedPlan, counted: Accounting | null, whole = counted !== null): Remark[] {
  const { dialect, headerRows = 0, aside = [] } = plan;
  const around = (kind: Remark['kind'], is: RecordClass, exact: number | undefined): Remark => {
    const lines = aside.filter((each) => each.is === is);
    const names = lines.slice(0, linesShown).map(({ record }) => maskText(record.text.slice(0, charactersShown)));
    return { kind, count: exact ?? lines.length, atLeast: !whole, names };
  };
  const fixed = { atLeast: false, names: [] };
  const remarks: Remark[] = [
    around('preamble', 'preamble', counted?.preamble),
    around('comments', 'comment', counted?.comments),
    { ...fixed, kind: 'joinedHeader', count: headerRows > 1 ? headerRows : 0 },
    { ...fixed, kind: 'fixedWidth', count: dialect.starts?.length ?? 0 },
    around('totals', 'total', counted?.totals),
  ];
  return remarks.filter(({ count }) => count > 0);
}
