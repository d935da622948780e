import type { CellKind, SheetFacts, SheetRow } from '../sheets/book.ts';
import { numberCell } from '../sheets/numberCell.ts';
import { columnOf, parseBlock } from '../sheets/range.ts';
import type { Zip, ZipEntry } from '../zip/directory.ts';
import type { Strings } from './strings.ts';
import type { Workbook } from './workbook.ts';
import { attribute, createXmlParser } from './xml.ts';

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
  readonly hidden: boolean;
  readonly cells: readonly RawCell[];
  readonly uncalculated: readonly number[];
}

/** The rows of a sheet that hold a value, in chunks as the file yields them. Formulas give their last result. */
export async function* rawRows(zip: Zip, sheet: ZipEntry, facts: SheetFacts): AsyncGenerator<RawRow[]> {
  let rows: RawRow[] = [];
  let cells: RawCell[] = [];
  let row = 0;
  let hidden = false;
  let uncalculated: number[] = [];
  let column = -1;
  let type = 'n';
  let style = 0;
  let text: string | null = null;
  let formula = false;
  let collecting = false;
  let inReading = false;
  const parser = createXmlParser({
    open(name, tag) {
      switch (name) {
        case 'col': {
          if (isOn(attribute(tag, 'hidden'))) hide(facts, attribute(tag, 'min'), attribute(tag, 'max'));
          break;
        }
        case 'mergeCell': {
          const block = parseBlock(attribute(tag, 'ref') ?? '');
          if (block) facts.merges.push(block);
          break;
        }
        case 'row': {
          row = Number(attribute(tag, 'r') ?? row + 1);
          hidden = isOn(attribute(tag, 'hidden'));
          cells = [];
          uncalculated = [];
          column = -1;
          break;
        }
        case 'c': {
          const place = attribute(tag, 'r');
          column = place === undefined ? column + 1 : columnOf(place);
          type = attribute(tag, 't') ?? 'n';
          style = Number(attribute(tag, 's') ?? 0);
          text = null;
          formula = false;
          break;
        }
        case 'f':
          formula = true;
          break;
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
          else if (formula) uncalculated.push(column);
          text = null;
          break;
        case 'row':
          if (cells.length > 0 || uncalculated.length > 0) rows.push({ row, hidden, cells, uncalculated });
          cells = [];
          break;
      }
    },
  });
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of zip.read(sheet)) {
    parser.push(decoder.decode(chunk, { stream: true }));
    if (rows.length > 0) yield rows;
    rows = [];
  }
}

const isOn = (value: string | undefined) => value === '1' || value === 'true';

function hide({ hiddenColumns }: SheetFacts, first: string | undefined, last: string | undefined): void {
  const to = Math.min(Number(last ?? first), 16_384);
  for (let column = Number(first); column <= to; column++) hiddenColumns.add(column - 1);
}

/** A row with the meaning of its cells. */
export function rowOf(raw: RawRow, workbook: Pick<Workbook, 'styles' | 'date1904'>, strings: Strings): SheetRow {
  const errors: number[] = [];
  const cells = raw.cells.flatMap((each) => {
    if (each.type === 'e') errors.push(each.column);
    const cell = meaning(each, workbook, strings);
    return cell === null || cell.text === '' ? [] : [{ column: each.column, ...cell }];
  });
  return { row: raw.row, hidden: raw.hidden, cells, errors, uncalculated: raw.uncalculated };
}

function meaning(
  raw: RawCell,
  workbook: Pick<Workbook, 'styles' | 'date1904'>,
  strings: Strings,
): { kind: CellKind; text: string } | null {
  switch (raw.type) {
    case 's':
      return { kind: 'text', text: unescaped(strings.get(Number(raw.text))) };
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
      return raw.text.trim() === ''
        ? null
        : numberCell(Number(raw.text), workbook.styles[raw.style] ?? 'number', workbook.date1904);
  }
}

/** Control characters are written as _x000D_ in workbooks. A NUL would not survive in a text. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text.includes('\0') ? text.replaceAll('\0', '') : text;
  return text
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('\0', '');
}
