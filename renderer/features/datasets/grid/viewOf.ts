import type { SortModelItem } from 'ag-grid-community';
import type { GridView } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { placeOf } from './columns.ts';
import { type ColumnFilterModel, predicatesOf } from './filters.ts';

/** The view that the grid's sort and filters ask for. */
export function viewOf(
  dataset: Dataset,
  sort: readonly Pick<SortModelItem, 'colId' | 'sort'>[],
  filters: Readonly<Record<string, ColumnFilterModel>>,
): GridView {
  return {
    dataset: dataset.id,
    sort: sort.slice(0, 8).flatMap(({ colId, sort: direction }) => {
      const field = dataset.fields[placeOf(colId)];
      return field ? [{ field: field.name, descending: direction === 'desc' }] : [];
    }),
    filters: Object.entries(filters)
      .flatMap(([colId, model]) => {
        const field = dataset.fields[placeOf(colId)];
        return field ? predicatesOf(field.type, model).map((test) => ({ field: field.name, test })) : [];
      })
      .slice(0, 64),
  };
}
