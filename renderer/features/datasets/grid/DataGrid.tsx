import './modules.ts';
import './DataGrid.css';
import type { GridApi, IDatasource } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { GridView } from '#shared/contract/index.ts';
import { toAppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { revealSeconds } from '#shared/privacy/reveal.ts';
import { isMasked, isNeverShown } from '#shared/privacy/sensitivity.ts';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { nonce } from '../../../app/theme/nonce.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ReasonDialog } from '../../../components/ReasonDialog.tsx';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { CellMenu } from './CellMenu.tsx';
import { columnId, columnsOf, isText, placeOf, widthForTexts } from './columns.ts';
import { GridStatus } from './GridStatus.tsx';
import { gridTextZh } from './localeText.ts';
import { RevealBar } from './RevealBar.tsx';
import type { GridRow } from './rows.ts';
import { gridTheme } from './theme.ts';
import { useCopy } from './useCopy.ts';
import { type CellPlace, useReveal } from './useReveal.ts';
import { useWhole } from './useWhole.ts';
import { viewOf } from './viewOf.ts';
import { createViewSession } from './viewSession.ts';
import { wantedPlaces } from './wantedPlaces.ts';

const blockSize = 200;

/** The rows of a dataset, of any number: a block at a time, in the columns that are in sight. */
export function DataGrid({ dataset }: { dataset: Dataset }) {
  const { t, locale } = useWords();
  const api = useRef<GridApi<GridRow> | null>(null);
  const [matching, setMatching] = useState<number | null>(null);
  const [changed, setChanged] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const session = useMemo(() => createViewSession(dataset.fields), [dataset.fields]);
  useEffect(() => () => session.close(), [session]);
  const asked = useRef<readonly number[]>([]);
  /** Columns that have had their width by what they hold: from then on it is the user's. */
  const fitted = useRef(new Set<number>());

  const view = useRef<GridView>({ dataset: dataset.id, sort: [], filters: [] });
  const [focused, setFocused] = useState<CellPlace | null>(null);
  const [asking, setAsking] = useState<CellPlace | null>(null);
  const [menu, setMenu] = useState<(CellPlace & { x: number; y: number }) | null>(null);
  const [exporting, setExporting] = useState<GridView | null>(null);
  const { showing, left, show, hide } = useReveal();
  const shownNow = useRef(showing);
  shownNow.current = showing;
  const frame = useRef<HTMLElement>(null);
  const { whole, isWhole, letGo } = useWhole(frame, matching);
  const copy = useCopy(
    dataset,
    session,
    () => view.current,
    () => (isWhole() ? matching : null),
  );
  // The grid draws a cell again only when told to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown has changed, though not read here
  useEffect(() => {
    if (api.current && !api.current.isDestroyed()) api.current.refreshCells({ force: true });
  }, [showing]);

  const columns = useMemo(
    () =>
      columnsOf(
        dataset,
        {
          yes: t('data.values.yes'),
          no: t('data.values.no'),
          emptyText: t('data.table.emptyText'),
          isTrue: t('data.table.isTrue'),
          isFalse: t('data.table.isFalse'),
        },
        (row, place) => {
          const { current } = shownNow;
          return current?.row === row && current?.place === place ? (current?.value ?? null) : null;
        },
      ),
    [dataset, t],
  );
  const revealable = (cell: CellPlace | null): cell is CellPlace => {
    const field = cell && dataset.fields[cell.place];
    if (!cell || !field || !isMasked(field.sensitivity) || isNeverShown(field.sensitivity)) return false;
    const value = api.current?.getDisplayedRowAtIndex(cell.row)?.data?.[cell.place];
    return value !== undefined && value !== null && value !== '';
  };
  const askToReveal = (cell: CellPlace | null) => {
    if (revealable(cell)) setAsking(cell);
  };
  const onKey = (event: KeyboardEvent, cell: CellPlace) => {
    if (event.key === 'Enter') askToReveal(cell);
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c' && api.current) {
      event.preventDefault();
      void copy(api.current, cell, event.shiftKey).catch(setError);
    }
  };

  const datasource = useMemo<IDatasource>(
    () => ({
      getRows: ({ startRow, endRow, sortModel, filterModel, successCallback, failCallback }) => {
        const wanted = viewOf(dataset, sortModel, filterModel);
        if (JSON.stringify(wanted) !== JSON.stringify(view.current)) {
          // The rows are others now: what was chosen of those before would be something else.
          view.current = wanted;
          hide();
          letGo();
          api.current?.deselectAll();
        }
        const places = wantedPlaces(dataset.fields.length, visiblePlaces(api.current));
        asked.current = places;
        session.page(wanted, startRow, endRow - startRow, places).then(
          ({ rows, total }) => {
            setError(null);
            setMatching(total);
            setChanged(wanted.sort.length > 0 || wanted.filters.length > 0);
            fitTexts(api.current, dataset, places, rows, fitted.current);
            successCallback(rows, total);
          },
          (thrown: unknown) => {
            failCallback();
            if (toAppError(thrown).code !== 'cancelled') setError(thrown);
          },
        );
      },
    }),
    [dataset, session, hide, letGo],
  );

  const retry = () => {
    setError(null);
    api.current?.purgeInfiniteCache();
  };
  const clear = () => {
    api.current?.setFilterModel(null);
    api.current?.applyColumnState({ defaultState: { sort: null } });
  };
  return (
    <div className="grid-tab">
      <GridStatus
        matching={matching}
        total={dataset.rows}
        changed={changed}
        canReveal={revealable(focused)}
        notice={
          showing && (
            <RevealBar
              field={dataset.fields[showing.place]?.name ?? ''}
              row={showing.row}
              secondsLeft={left}
              onHide={hide}
            />
          )
        }
        onClear={clear}
        onReveal={() => askToReveal(focused)}
        onExport={() => setExporting(view.current)}
      />
      {error !== null && <ErrorNotice error={error} onRetry={retry} />}
      <section
        ref={frame}
        className="grid-frame"
        data-whole={whole || undefined}
        aria-label={t('data.table.label', { name: dataset.name })}
      >
        <AgGridReact<GridRow>
          key={locale}
          theme={gridTheme}
          styleNonce={nonce}
          rowModelType="infinite"
          datasource={datasource}
          columnDefs={columns}
          defaultColDef={defaultColumn}
          cacheBlockSize={blockSize}
          maxBlocksInCache={20}
          maxConcurrentDatasourceRequests={2}
          blockLoadDebounceMillis={60}
          infiniteInitialRowCount={Math.max(1, Math.min(dataset.rows, blockSize))}
          multiSortKey={undefined}
          suppressCellFocus={false}
          suppressDragLeaveHidesColumns
          suppressMovableColumns
          animateRows={false}
          ensureDomOrder
          tooltipShowDelay={600}
          tooltipShowMode="whenTruncated"
          rowSelection={rowSelection}
          preventDefaultOnContextMenu
          onSelectionChanged={letGo}
          onCellFocused={({ rowIndex, column }) => {
            letGo();
            // Focus that leaves the cells for a button is no reason to forget which cell is meant.
            if (rowIndex !== null && column !== null && typeof column !== 'string')
              setFocused({ row: rowIndex, place: placeOf(column.getColId()) });
          }}
          onCellKeyDown={(pressed) => {
            if (pressed.event instanceof KeyboardEvent && pressed.rowIndex !== null && 'column' in pressed)
              onKey(pressed.event, { row: pressed.rowIndex, place: placeOf(pressed.column.getColId()) });
          }}
          onCellDoubleClicked={({ rowIndex, column }) => {
            if (rowIndex !== null) askToReveal({ row: rowIndex, place: placeOf(column.getColId()) });
          }}
          onCellContextMenu={({ event, rowIndex, column }) => {
            if (event instanceof MouseEvent && rowIndex !== null)
              setMenu({ row: rowIndex, place: placeOf(column.getColId()), x: event.clientX, y: event.clientY });
          }}
          localeText={locale === 'zh' ? gridTextZh : undefined}
          onGridReady={(event) => {
            api.current = event.api;
          }}
          onVirtualColumnsChanged={(event) => {
            const seen = new Set(asked.current);
            if (seen.size > 0 && visiblePlaces(event.api).some((place) => !seen.has(place)))
              event.api.refreshInfiniteCache();
          }}
        />
      </section>
      {menu && (
        <CellMenu
          at={menu}
          canReveal={revealable(menu)}
          onReveal={() => askToReveal(menu)}
          onCopy={(headers) => {
            if (api.current) void copy(api.current, menu, headers).catch(setError);
          }}
          onClose={() => setMenu(null)}
        />
      )}
      {asking && (
        <ReasonDialog
          title={t('privacy.reveal.title', {
            field: dataset.fields[asking.place]?.name ?? '',
            row: formatCount(asking.row + 1),
          })}
          body={t('privacy.reveal.body', { seconds: revealSeconds })}
          confirm={t('privacy.reveal.confirm')}
          onConfirm={async (reason) => {
            const { value, seconds } = await session.reveal(view.current, asking.row, asking.place, reason);
            if (value !== null) show({ ...asking, value }, seconds);
          }}
          onClose={() => {
            setAsking(null);
            api.current?.setFocusedCell(asking.row, columnId(asking.place));
          }}
        />
      )}
      {exporting && (
        <ExportDialog
          dataset={dataset}
          view={exporting}
          rows={matching ?? dataset.rows}
          onClose={() => setExporting(null)}
        />
      )}
    </div>
  );
}

const rowSelection = {
  mode: 'multiRow',
  checkboxes: false,
  headerCheckbox: false,
  enableClickSelection: true,
} as const;

const defaultColumn = { sortable: true, resizable: true, minWidth: 60, cellDataType: false } as const;

/** Gives columns of texts the width of the first rows that come, before these are drawn. */
function fitTexts(
  api: GridApi<GridRow> | null,
  { fields }: Dataset,
  places: readonly number[],
  rows: readonly GridRow[],
  fitted: Set<number>,
): void {
  if (!api || api.isDestroyed() || rows.length === 0) return;
  const widths = places.flatMap((place) => {
    const field = fields[place];
    // The last one takes the room that is left.
    if (!field || !isText(field) || fitted.has(place) || place === fields.length - 1) return [];
    fitted.add(place);
    return [{ key: columnId(place), newWidth: widthForTexts(field, place, rows) }];
  });
  if (widths.length > 0) api.setColumnWidths(widths);
}

/** Blocks are asked for a moment later: the grid may be gone by then. */
function visiblePlaces(api: GridApi<GridRow> | null): number[] {
  if (!api || api.isDestroyed()) return [];
  return api.getAllDisplayedVirtualColumns().map((column) => placeOf(column.getColId()));
}
