import type { GridApi } from 'ag-grid-community';
import { App } from 'antd';
import type { GridView } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { mostCopied, putOnClipboard, tabbed, tabbedHeads } from './clipboard.ts';
import type { GridRow } from './rows.ts';
import type { CellPlace } from './useReveal.ts';
import type { ViewSession } from './viewSession.ts';

/** Rows of a page of the engine. */
const pageRows = 1000;

/**
 * Copies the selected rows, all where `allRows` says how many, or, where no more than one is, the cell: as the engine masks them, also while one is
 * revealed.
 */
export function useCopy(dataset: Dataset, session: ViewSession, view: () => GridView, allRows: () => number | null) {
  const { t } = useWords();
  const { message } = App.useApp();
  return async (api: GridApi<GridRow>, cell: CellPlace, headers: boolean) => {
    const all = allRows();
    const picked = all === null ? selectedRows(api) : [];
    if ((all ?? picked.length) > mostCopied) {
      message.warning(t('privacy.copy.limit', { rows: formatCount(mostCopied) }));
      return;
    }
    const selected = all === null ? picked : Array.from({ length: all }, (_, row) => row);
    const wholeRows = all !== null || selected.length > 1;
    const wanted = wholeRows ? selected : [cell.row];
    const places = wholeRows ? dataset.fields.map((_, place) => place) : [cell.place];
    const rows = await readRows(session, view(), wanted, places);
    const text = tabbed(dataset.fields, places, rows);
    const whole = headers ? `${tabbedHeads(dataset.fields, places)}\r\n${text}` : text;
    if (!putOnClipboard(whole)) message.error(t('privacy.copy.failed'));
    else if (wholeRows) message.success(t('privacy.copy.done', { rows: formatCount(rows.length) }));
    else message.success(t('privacy.copy.doneCell'));
  };
}

function selectedRows(api: GridApi<GridRow>): number[] {
  return api
    .getSelectedNodes()
    .flatMap(({ rowIndex }) => (rowIndex === null ? [] : [rowIndex]))
    .sort((a, b) => a - b);
}

/** From the engine, not from the grid, which holds only the columns in sight and forgets rows far away. */
async function readRows(
  session: ViewSession,
  view: GridView,
  wanted: readonly number[],
  places: readonly number[],
): Promise<GridRow[]> {
  const rows: GridRow[] = [];
  for (let at = 0; at < wanted.length; ) {
    const first = wanted[at] ?? 0;
    let count = 1;
    while (count < pageRows && wanted[at + count] === first + count) count++;
    rows.push(...(await session.page(view, first, count, places)).rows);
    at += count;
  }
  return rows;
}
