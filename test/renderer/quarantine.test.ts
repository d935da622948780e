import { describe, expect, it } from 'vitest';
import type { RepairCell, RepairForm } from '#shared/intake/index.ts';
import { join, leftOver, stillOf, write } from '../../renderer/features/datasets/quarantine/cells.ts';
import { columnCounts } from '../../renderer/features/datasets/quarantine/useDetail.ts';

const formOf = (...texts: string[]): RepairForm => ({
  pieces: texts.map((text) => ({ text, masked: false })),
  delimiter: ',',
  cells: [],
  faults: [],
});
const kept = (...pieces: number[]): RepairCell => ({ kind: 'kept', field: `f${pieces[0]}`, pieces });

describe('a quarantined row', () => {
  it('says how many columns there are, and in which of several files', () => {
    expect(columnCounts('2 / 6')).toEqual({ file: '', found: '2', expected: '6' });
    expect(columnCounts('交易: 7月.csv: 10 / 6')).toEqual({ file: '交易: 7月.csv: ', found: '10', expected: '6' });
    expect(columnCounts('7月.csv: ')).toBeNull();
  });

  it('says what a repair leaves behind, and no more when it was joined to a field', () => {
    const form = formOf('1', '甲', '乙', ' ', '备注');
    const cells = [kept(0), kept(1), kept(2)];
    expect(leftOver(cells, form)).toEqual(['备注']);
    expect(leftOver(join(cells, 1, form.pieces.length) ?? [], form)).toEqual(['备注']);
    expect(leftOver([kept(0), kept(1), kept(2, 3, 4)], form)).toEqual([]);
    expect(leftOver([kept(0), { kind: 'written', field: 'f1', text: 'x' }, kept(2)], form)).toEqual(['备注']);
  });

  it('says of a cell that it is wrong until something else is written into it', () => {
    const judged = [kept(0), kept(1)];
    const faults = ['f0', 'f1'].map((field) => ({ field, fault: 'notOfType', type: 'integer' }) as const);
    expect(stillOf(faults, judged, judged)).toEqual(faults);
    expect(stillOf(faults, judged, write(judged, 0, '4'))).toEqual(faults.slice(1));
    expect(stillOf(faults, [], judged)).toEqual([]);
  });
});
