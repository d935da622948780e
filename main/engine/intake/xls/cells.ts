import type { Cell, CellKind, SheetFacts, SheetRow } from '../sheets/book.ts';
import { numberCell } from '../sheets/numberCell.ts';
import type { BiffSheet, Globals } from './globals.ts';
import { type BiffRecord, records, recordTypes } from './records.ts';
import { createPieceReader } from './texts.ts';

type Broken = (detail: string) => Error;
type Meaning = { kind: CellKind; text: string } | 'error' | null;

interface OpenRow {
  readonly row: number;
  readonly cells: Cell[];
  readonly errors: number[];
}

/** The rows of a sheet of a BIFF stream. They are written row by row; where they are not, all are collected first. */
export function* rowsOf(
  stream: Buffer,
  sheet: BiffSheet,
  globals: Globals,
  facts: SheetFacts,
  broken: Broken,
): Generator<SheetRow> {
  const hidden = new Set<number>();
  const done = ({ row, cells, errors }: OpenRow): SheetRow => ({
    row: row + 1,
    hidden: hidden.has(row),
    cells: cells.sort((a, b) => a.column - b.column),
    errors,
    uncalculated: [],
  });
  if (isInOrder(stream, sheet, broken)) {
    let open: OpenRow = { row: -1, cells: [], errors: [] };
    for (const { row, column, meaning } of cellsOf(stream, sheet, globals, facts, hidden, broken)) {
      if (open.row !== row) {
        if (open.row >= 0) yield done(open);
        open = { row, cells: [], errors: [] };
      }
      put(open, column, meaning);
    }
    if (open.row >= 0) yield done(open);
    return;
  }
  const rows = new Map<number, OpenRow>();
  for (const { row, column, meaning } of cellsOf(stream, sheet, globals, facts, hidden, broken)) {
    const open = rows.get(row) ?? { row, cells: [], errors: [] };
    rows.set(row, open);
    put(open, column, meaning);
  }
  for (const open of [...rows.values()].sort((a, b) => a.row - b.row)) yield done(open);
}

function put(open: OpenRow, column: number, meaning: Meaning): void {
  if (meaning === 'error') open.errors.push(column);
  else if (meaning !== null && meaning.text !== '') open.cells.push({ column, ...meaning });
}

const withCells = new Set<number>([
  ...[recordTypes.labelSst, recordTypes.label, recordTypes.rString, recordTypes.number, recordTypes.rk],
  ...[recordTypes.mulRk, recordTypes.boolErr, recordTypes.formula],
]);

function isInOrder(stream: Buffer, sheet: BiffSheet, broken: Broken): boolean {
  let last = 0;
  for (const { type, pieces } of sheetRecords(stream, sheet, broken)) {
    if (!withCells.has(type) || pieces[0].length < 2) continue;
    const row = pieces[0].readUInt16LE(0);
    if (row < last) return false;
    last = row;
  }
  return true;
}

/** The records of a sheet, those of charts inside it left out. */
function* sheetRecords(stream: Buffer, { offset }: BiffSheet, broken: Broken): Generator<BiffRecord> {
  let depth = 0;
  for (const record of records(stream, offset, broken)) {
    if (record.type === recordTypes.bof) depth++;
    else if (record.type === recordTypes.eof) {
      if (--depth <= 0) return;
    } else if (depth === 1) yield record;
    // Nothing but garbage stands where the sheet should begin.
    if (depth === 0) throw broken(`no sheet at ${offset}`);
  }
  throw broken('the sheet is cut off');
}

interface FoundCell {
  readonly row: number;
  readonly column: number;
  readonly meaning: Meaning;
}

const cellHead = 6;

function* cellsOf(
  stream: Buffer,
  sheet: BiffSheet,
  globals: Globals,
  facts: SheetFacts,
  hidden: Set<number>,
  broken: Broken,
): Generator<FoundCell> {
  // The text of a formula's result comes in a record of its own, not always the next one.
  let awaiting: { row: number; column: number } | null = null;
  const number = (value: number, style: number) =>
    numberCell(value, globals.styles[style] ?? 'number', globals.date1904);
  for (const record of sheetRecords(stream, sheet, broken)) {
    const [data] = record.pieces;
    if (record.type === recordTypes.string) {
      if (awaiting) yield { ...awaiting, meaning: text(longText(record, globals, 0)) };
      awaiting = null;
      continue;
    }
    if (record.type === recordTypes.colInfo) hideColumns(data, facts);
    else if (record.type === recordTypes.row && data.length >= 16 && (data.readUInt16LE(12) & 0x20) !== 0)
      hidden.add(data.readUInt16LE(0));
    else if (record.type === recordTypes.mergedCells) addMerges(data, facts);
    if (!withCells.has(record.type) || data.length < cellHead) continue;
    const row = data.readUInt16LE(0);
    const column = data.readUInt16LE(2);
    const style = data.readUInt16LE(4);
    awaiting = null;
    switch (record.type) {
      case recordTypes.labelSst:
        if (data.length >= 10) yield { row, column, meaning: text(globals.strings[data.readUInt32LE(6)] ?? '') };
        break;
      case recordTypes.label:
      case recordTypes.rString:
        yield { row, column, meaning: text(longText(record, globals, cellHead)) };
        break;
      case recordTypes.number:
        if (data.length >= 14) yield { row, column, meaning: number(data.readDoubleLE(6), style) };
        break;
      case recordTypes.rk:
        if (data.length >= 10) yield { row, column, meaning: number(packedNumber(data.readUInt32LE(6)), style) };
        break;
      case recordTypes.mulRk:
        for (let at = 4, i = 0; at + 8 <= data.length; at += 6, i++)
          yield {
            row,
            column: column + i,
            meaning: number(packedNumber(data.readUInt32LE(at + 2)), data.readUInt16LE(at)),
          };
        break;
      case recordTypes.boolErr:
        yield { row, column, meaning: data[7] === 1 ? 'error' : truth(data[6]) };
        break;
      case recordTypes.formula: {
        if (data.length < 14) break;
        if (data.readUInt16LE(12) !== 0xffff) yield { row, column, meaning: number(data.readDoubleLE(6), style) };
        else if (data[6] === 0) awaiting = { row, column };
        else if (data[6] === 1) yield { row, column, meaning: truth(data[8]) };
        else if (data[6] === 2) yield { row, column, meaning: 'error' };
        break;
      }
    }
  }
}

const truth = (byte: number | undefined): Meaning => ({ kind: 'boolean', text: byte === 1 ? 'true' : 'false' });

/** A NUL would not survive in a text; line ends are LF as in newer workbooks. */
const text = (value: string): Meaning => ({
  kind: 'text',
  text: value.replaceAll('\0', '').replace(/\r\n?/g, '\n'),
});

function longText({ pieces }: BiffRecord, { biff8, decoder }: Globals, offset: number): string {
  const reader = createPieceReader(pieces);
  reader.skip(offset);
  const length = reader.u16();
  if (biff8) return reader.text(length);
  return decoder.decode(Buffer.concat(pieces).subarray(offset + 2, offset + 2 + length));
}

/** A number in 30 bits: whole or the beginning of a double, perhaps in hundredths. */
function packedNumber(rk: number): number {
  let value: number;
  if (rk & 2) value = (rk | 0) >> 2;
  else {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt32LE((rk & 0xfffffffc) >>> 0, 4);
    value = bytes.readDoubleLE(0);
  }
  return rk & 1 ? value / 100 : value;
}

function hideColumns(data: Buffer, { hiddenColumns }: SheetFacts): void {
  if (data.length < 10 || (data.readUInt16LE(8) & 1) === 0) return;
  for (let column = data.readUInt16LE(0); column <= Math.min(255, data.readUInt16LE(2)); column++)
    hiddenColumns.add(column);
}

function addMerges(data: Buffer, { merges }: SheetFacts): void {
  for (let at = 2; at + 8 <= data.length; at += 8)
    merges.push({
      firstRow: data.readUInt16LE(at) + 1,
      lastRow: data.readUInt16LE(at + 2) + 1,
      firstColumn: data.readUInt16LE(at + 4),
      lastColumn: data.readUInt16LE(at + 6),
    });
}
