import type { Remark } from '#shared/intake/index.ts';
import type { Layout } from './layout.ts';
import type { SheetCounts, SheetLook } from './open.ts';

type Counts = Pick<SheetCounts, 'hiddenRows' | 'errorCells' | 'uncalculated'> & { readonly totals: number };

/** What is to be said of a sheet beside its rows. `atLeast`: only its beginning was looked at. */
export function remarksOn(
  { sheet, facts, passed }: Pick<SheetLook, 'sheet' | 'facts' | 'passed'>,
  layout: Layout,
  counts: Counts,
  worded: readonly boolean[],
  atLeast: boolean,
): Remark[] {
  const hidden = layout.names.filter((_, i) => facts.hiddenColumns.has(layout.firstColumn + i));
  const nothing = layout.names.filter((_, i) => worded[i]);
  const fixed = { atLeast: false, names: [] };
  const remarks: Remark[] = [
    { ...fixed, kind: 'hiddenSheet', count: sheet.hidden ? 1 : 0, names: [sheet.name] },
    { ...fixed, kind: 'passedSheets', count: passed.length, names: [...passed] },
    { ...fixed, kind: 'joinedHeader', count: layout.headerRows > 1 ? layout.headerRows : 0 },
    { kind: 'hiddenRows', count: counts.hiddenRows, atLeast, names: [] },
    { ...fixed, kind: 'hiddenColumns', count: hidden.length, names: hidden },
    { kind: 'errorCells', count: counts.errorCells, atLeast, names: [] },
    { kind: 'uncalculated', count: counts.uncalculated, atLeast, names: [] },
    { ...fixed, kind: 'totals', count: counts.totals },
    { ...fixed, kind: 'nullWords', count: nothing.length, names: nothing },
  ];
  return remarks.filter(({ count }) => count > 0);
}
