import type { ColDef, ValueFormatterParams } from 'ag-grid-community';
import type { Dataset, Field, FieldType } from '#shared/intake/index.ts';
import { isMasked } from '#shared/privacy/sensitivity.ts';
import { ColumnHead } from './ColumnHead.tsx';
import type { Cell, GridRow } from './rows.ts';

/** Words that cells and filters need. */
export interface GridWords {
  yes: string;
  no: string;
  emptyText: string;
  isTrue: string;
  isFalse: string;
}

const numeric: readonly FieldType[] = ['integer', 'number', 'decimal'];

export const columnId = (place: number) => `f${place}`;
export const placeOf = (id: string) => Number(id.slice(1));

/** What a revealed cell shows instead of its mask; null for every other cell. */
export type RevealedAt = (row: number | null | undefined, place: number) => string | null;

/** One grid column for each field. Columns go by place, because a field's name may hold anything. */
export function columnsOf(dataset: Dataset, words: GridWords, revealedAt: RevealedAt): ColDef<GridRow>[] {
  return dataset.fields.map((field, place) => ({
    colId: columnId(place),
    headerName: field.name,
    headerTooltip: field.name,
    headerComponentParams: { innerHeaderComponent: ColumnHead, innerHeaderComponentParams: { type: field.type } },
    width: widthOf(field),
    // Few columns leave room beside them, which the last one takes: rows are ruled over the whole width.
    ...(place === dataset.fields.length - 1 && { flex: 1, minWidth: widthOf(field) }),
    valueGetter: ({ data }) => data?.[place],
    valueFormatter: ({ value, node }: ValueFormatterParams<GridRow, Cell | undefined>) =>
      revealedAt(node?.rowIndex, place) ?? shown(value, typeOnScreen(field), words),
    // Of the masked value, and none beside a revealed one. The grid shows it only where the cell cuts its text.
    tooltipValueGetter: ({ value, node }) =>
      revealedAt(node?.rowIndex, place) === null && value !== undefined && value !== null ? String(value) : undefined,
    cellClassRules: {
      'cell-revealed': ({ rowIndex }) => revealedAt(rowIndex, place) !== null,
      'cell-quiet': ({ value }) => value === null || value === '',
      'cell-number': () => numeric.includes(field.type),
    },
    headerClass: numeric.includes(field.type) ? 'head-number' : '',
    ...filterOf(field.type, words),
  }));
}

/** A mask is text, whatever it hides. */
const typeOnScreen = ({ type, sensitivity }: Field): FieldType => (isMasked(sensitivity) ? 'text' : type);

function shown(value: Cell | undefined, type: FieldType, words: GridWords): string {
  if (value === undefined) return '';
  if (value === null) return '—';
  if (value === '') return words.emptyText;
  if (type === 'boolean') return value === 'true' || value === 1 ? words.yes : words.no;
  return String(value);
}

function widthOf(field: Field): number {
  const name = textWidth(field.name.slice(0, 24)) + 80;
  const least = field.type === 'timestamp' ? 170 : field.type === 'text' ? 130 : 110;
  return Math.min(280, Math.max(least, name));
}

/** No value makes its column wider than this. */
const widest = 320;

/** How wide a column of texts must be for these rows, as they are shown; never narrower than for its name. */
export function widthForTexts(field: Field, place: number, rows: readonly GridRow[]): number {
  const longest = Math.max(0, ...rows.map((row) => textWidth(String(row[place] ?? ''))));
  return Math.max(widthOf(field), Math.min(widest, longest + 28));
}

/** Whether its values are texts on screen, whose length the type does not tell. */
export const isText = (field: Field): boolean => typeOnScreen(field) === 'text';

const textWidth = (text: string): number => [...text].reduce((width, c) => width + (c > 'ÿ' ? 13 : 8), 0);

const blanks = ['blank', 'notBlank'] as const;
const scalar = [
  'equals',
  'notEqual',
  'lessThan',
  'lessThanOrEqual',
  'greaterThan',
  'greaterThanOrEqual',
  'inRange',
  ...blanks,
] as const;

function filterOf(type: FieldType, words: GridWords): Pick<ColDef<GridRow>, 'filter' | 'filterParams'> {
  const common = { maxNumConditions: 1, buttons: ['reset'], debounceMs: 400 };
  switch (type) {
    case 'integer':
      return { filter: 'agBigIntColumnFilter', filterParams: { ...common, filterOptions: scalar } };
    case 'number':
    case 'decimal':
      return { filter: 'agNumberColumnFilter', filterParams: { ...common, filterOptions: scalar } };
    case 'date':
    case 'timestamp':
      return {
        filter: 'agDateColumnFilter',
        filterParams: { ...common, filterOptions: ['equals', 'lessThan', 'greaterThan', 'inRange', ...blanks] },
      };
    case 'boolean':
      return {
        filter: 'agTextColumnFilter',
        filterParams: {
          ...common,
          filterOptions: [
            { displayKey: 'isTrue', displayName: words.isTrue, predicate: () => true, numberOfInputs: 0 },
            { displayKey: 'isFalse', displayName: words.isFalse, predicate: () => true, numberOfInputs: 0 },
            ...blanks,
          ],
        },
      };
    case 'other':
      return { filter: 'agTextColumnFilter', filterParams: { ...common, filterOptions: blanks } };
    case 'time':
      return {
        filter: 'agTextColumnFilter',
        filterParams: { ...common, filterOptions: ['equals', 'notEqual', ...blanks] },
      };
    case 'text':
      return {
        filter: 'agTextColumnFilter',
        filterParams: {
          ...common,
          trimInput: false,
          filterOptions: ['contains', 'equals', 'notEqual', 'startsWith', 'endsWith', ...blanks],
        },
      };
  }
}
