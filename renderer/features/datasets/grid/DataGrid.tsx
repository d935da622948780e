import './modules.ts';
import './DataGrid.css';
import type { GridApi, IDatasource } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { toAppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { nonce } from '../../../app/theme/nonce.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { columnsOf, placeOf } from './columns.ts';
import { GridStatus } from './GridStatus.tsx';
import { gridTextZh } from './localeText.ts';
import type { GridRow } from './rows.ts';
import { gridTheme } from './theme.ts';
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

  const columns = useMemo(
    () =>
      columnsOf(dataset, {
        yes: t('data.values.yes'),
        no: t('data.values.no'),
        emptyText: t('data.table.emptyText'),
        isTrue: t('data.table.isTrue'),
        isFalse: t('data.table.isFalse'),
      }),
    [dataset, t],
  );

  const datasource = useMemo<IDatasource>(
    () => ({
      getRows: ({ startRow, endRow, sortModel, filterModel, successCallback, failCallback }) => {
        const view = viewOf(dataset, sortModel, filterModel);
        const places = wantedPlaces(dataset.fields.length, visiblePlaces(api.current));
        asked.current = places;
        session.page(view, startRow, endRow - startRow, places).then(
          ({ rows, total }) => {
            setError(null);
            setMatching(total);
            setChanged(view.sort.length > 0 || view.filters.length > 0);
            successCallback(rows, total);
          },
          (thrown: unknown) => {
            failCallback();
            if (toAppError(thrown).code !== 'cancelled') setError(thrown);
          },
        );
      },
    }),
    [dataset, session],
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
      <GridStatus matching={matching} total={dataset.rows} changed={changed} onClear={clear} />
      {error !== null && <ErrorNotice error={error} onRetry={retry} />}
      <section className="grid-frame" aria-label={t('data.table.label', { name: dataset.name })}>
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
    </div>
  );
}

const defaultColumn = { sortable: true, resizable: true, minWidth: 60, cellDataType: false } as const;

/** Blocks are asked for a moment later: the grid may be gone by then. */
function visiblePlaces(api: GridApi<GridRow> | null): number[] {
  if (!api || api.isDestroyed()) return [];
  return api.getAllDisplayedVirtualColumns().map((column) => placeOf(column.getColId()));
}
