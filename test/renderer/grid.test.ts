import { describe, expect, it } from 'vitest';
import { predicatesOf } from '../../renderer/features/datasets/grid/filters.ts';
import { rowsOf } from '../../renderer/features/datasets/grid/rows.ts';
import { wantedPlaces } from '../../renderer/features/datasets/grid/wantedPlaces.ts';

describe('filters of the grid', () => {
  it('keep 0 and the empty text as values', () => {
    expect(predicatesOf('number', { type: 'equals', filter: 0 })).toEqual([{ op: 'eq', value: 0 }]);
    expect(predicatesOf('text', { type: 'equals', filter: '' })).toEqual([{ op: 'eq', value: '' }]);
  });

  it('ask nothing while they are not filled in', () => {
    expect(predicatesOf('number', { type: 'equals', filter: null })).toEqual([]);
    expect(predicatesOf('number', { type: 'inRange', filter: 1, filterTo: null })).toEqual([]);
  });

  it('keep whole numbers beyond 2^53 exact', () => {
    expect(predicatesOf('integer', { type: 'equals', filter: '9007199254740993' })).toEqual([
      { op: 'eq', value: '9007199254740993' },
    ]);
    expect(predicatesOf('integer', { type: 'lessThan', filter: '12' })).toEqual([{ op: 'lt', value: 12 }]);
  });

  it('take a day of a moment as the whole day', () => {
    expect(predicatesOf('timestamp', { type: 'equals', dateFrom: '2026-02-28 00:00:00' })).toEqual([
      { op: 'ge', value: '2026-02-28' },
      { op: 'lt', value: '2026-03-01' },
    ]);
    expect(predicatesOf('date', { type: 'greaterThan', dateFrom: '2026-02-28' })).toEqual([
      { op: 'gt', value: '2026-02-28' },
    ]);
  });

  it('know empty fields and yes or no', () => {
    expect(predicatesOf('other', { type: 'blank' })).toEqual([{ op: 'isNull' }]);
    expect(predicatesOf('boolean', { type: 'isFalse' })).toEqual([{ op: 'eq', value: false }]);
  });
});

describe('columns that are fetched', () => {
  it('are all of a narrow table and whole strips of a wide one', () => {
    expect(wantedPlaces(5, [])).toEqual([0, 1, 2, 3, 4]);
    const wide = wantedPlaces(2000, [39, 40]);
    expect(wide).toHaveLength(80);
    expect(wantedPlaces(2000, [1999]).at(-1)).toBe(1999);
  });

  it('land at the place of their field', () => {
    const page = {
      rows: 2,
      columns: [
        { kind: 'number' as const, values: new Float64Array([0, 5]), nulls: new Uint8Array([0, 1]) },
        { kind: 'text' as const, values: ['', 'b'], nulls: new Uint8Array([0, 0]) },
      ],
    };
    expect(rowsOf(page, [3, 1]).map((row) => [row[1], row[3]])).toEqual([
      ['', 0],
      ['b', null],
    ]);
  });
});
