import { momentOf, type NumberKind } from './dates.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { attribute, createXmlParser } from './xml.ts';
import type { Zip } from './zip.ts';

/** A cell as it stands in the file. */
interface RawCell {
  /** From 0. */
  readonly column: number;
  readonly type: string;
  readonly style: number;
  readonly text: string;
}

export interface RawRow {
  /** The row's number in the sheet, from 1. */
  readonly row: number;
  readonly cells: readonly RawCell[];
}

export type CellKind = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'timestamp' | 'time';

/** A cell with its meaning; empty cells and errors (#N/A) have none. */
export interface Cell {
  readonly column: number;
  readonly kind: CellKind;
  readonly text: string;
}

/** The rows of a sheet that hold a value, in chunks as the file yields them. Formulas give their last result. */
export async function* rawRows(zip: Zip, sheet: Sheet): AsyncGenerator<RawRow[]> {
  let rows: RawRow[] = [];
  let cells: RawCell[] = [];
  let row = 0;
  let column = -1;
  let type = 'n';
  let style = 0;
  let text: string | null = null;
  let collecting = false;
  let inReading = false;
  const parser = createXmlParser({
    open(name, tag) {
      switch (name) {
        case 'row': {
          row = Number(attribute(tag, 'r') ?? row + 1);
          cells = [];
          column = -1;
          break;
        }
        case 'c': {
          const place = attribute(tag, 'r');
          column = place === undefined ? column + 1 : columnOf(place);
          type = attribute(tag, 't') ?? 'n';
          style = Number(attribute(tag, 's') ?? 0);
          text = null;
          break;
        }
        case 'v':
        case 't':
          if (!inReading) {
            text ??= '';
            collecting = true;
          }
          break;
        case 'rPh':
          inReading = true;
          break;
      }
    },
    text(more) {
      if (collecting) text += more;
    },
    close(name) {
      switch (name) {
        case 'v':
        case 't':
          collecting = false;
          break;
        case 'rPh':
          inReading = false;
          break;
        case 'c':
          // An XML reader makes every line end an LF; a CR that is meant is written as _x000D_.
          if (text !== null && column >= 0)
            cells.push({ column, type, style, text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text });
          text = null;
          break;
        case 'row':
          if (cells.length > 0) rows.push({ row, cells });
          cells = [];
          break;
      }
    },
  });
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of zip.read(sheet.entry)) {
    parser.push(decoder.decode(chunk, { stream: true }));
    if (rows.length > 0) yield rows;
    rows = [];
  }
}

/** BC12 is column 54. */
function columnOf(place: string): number {
  let column = 0;
  for (let i = 0; i < place.length; i++) {
    const letter = place.charCodeAt(i) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** The cells of a row with their meaning. */
export function cellsOf(
  row: RawRow,
  workbook: Pick<Workbook, 'styles' | 'date1904'>,
  strings: readonly string[],
): Cell[] {
  return row.cells.flatMap((raw) => {
    const cell = meaning(raw, workbook, strings);
    return cell === null || cell.text === '' ? [] : [{ column: raw.column, ...cell }];
  });
}

function meaning(
  raw: RawCell,
  workbook: Pick<Workbook, 'styles' | 'date1904'>,
  strings: readonly string[],
): { kind: CellKind; text: string } | null {
  switch (raw.type) {
    case 's':
      return { kind: 'text', text: unescaped(strings[Number(raw.text)] ?? '') };
    case 'str':
    case 'inlineStr':
      return { kind: 'text', text: unescaped(raw.text) };
    case 'b':
      return { kind: 'boolean', text: raw.text.trim() === '1' ? 'true' : 'false' };
    case 'e':
      return null;
    case 'd':
      return { kind: raw.text.includes('T') ? 'timestamp' : 'date', text: raw.text.replace('T', ' ').replace('Z', '') };
    default:
      return numeric(Number(raw.text), raw.text, workbook.styles[raw.style] ?? 'number', workbook.date1904);
  }
}

function numeric(
  value: number,
  text: string,
  kind: NumberKind,
  date1904: boolean,
): { kind: CellKind; text: string } | null {
  if (text.trim() === '' || !Number.isFinite(value)) return null;
  const moment = kind === 'number' ? null : momentOf(value, date1904);
  if (moment && kind === 'time' && value < 1) return { kind: 'time', text: moment.time };
  if (moment) {
    return moment.time === '00:00:00'
      ? { kind: 'date', text: moment.date }
      : { kind: 'timestamp', text: `${moment.date} ${moment.time}` };
  }
  return { kind: Number.isInteger(value) ? 'integer' : 'number', text: printed(value) };
}

/** As JavaScript prints it, but never with an exponent for whole numbers: those may be identifiers. */
function printed(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** Control characters are written as _x000D_ in workbooks. A NUL would not survive in a text. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text.includes('\0') ? text.replaceAll('\0', '') : text;
  return text
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('\0', '');
}
