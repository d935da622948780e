import { type Cell, mask } from './mask.ts';
import { isMasked, type Sensitivity } from './sensitivity.ts';

interface RecordForm {
  readonly delimiter: string;
  /** '' for none. */
  readonly quote: string;
}

/**
 * A line of a table, as it stands in the file, with its cells masked by the classes of their columns; `rest` treats
 * what needs no mask by its class. In a line with too few or too many cells each may belong to several columns, and the
 * strictest of them counts.
 */
export function maskRecord(
  line: string,
  form: RecordForm,
  classes: readonly Sensitivity[],
  rest: (text: string) => string,
): string {
  const cells = cellsOf(line, form);
  const shift = classes.length - cells.length;
  return cells
    .map((cell, at) => {
      const from = Math.max(0, at + Math.min(0, shift));
      const possible = new Set(classes.slice(from, at + Math.max(0, shift) + 1).filter(isMasked));
      return maskCell(cell, form.quote, possible, rest);
    })
    .join(form.delimiter);
}

function maskCell(
  cell: string,
  quote: string,
  possible: ReadonlySet<Sensitivity>,
  rest: (text: string) => string,
): string {
  if (cell.trim() === '') return cell;
  const [only] = possible;
  if (only === undefined) return rest(cell);
  const quoted = quote !== '' && cell.startsWith(quote);
  const bare: Cell = quoted ? cell.slice(quote.length).replace(closing(quote), '') : cell;
  const shown = possible.size > 1 ? '****' : String(mask(bare, only));
  return quoted ? quote + shown + quote : shown;
}

const closing = (quote: string) => new RegExp(`${quote.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);

/** The cells of a line with their quotes on. A quote left open takes the rest with it. */
function cellsOf(line: string, { delimiter, quote }: RecordForm): string[] {
  const cells: string[] = [];
  let start = 0;
  let at = 0;
  while (at < line.length) {
    if (at === start && quote !== '' && line.startsWith(quote, at)) {
      at = endOfQuoted(line, quote, at + quote.length);
    } else if (delimiter !== '' && line.startsWith(delimiter, at)) {
      cells.push(line.slice(start, at));
      at += delimiter.length;
      start = at;
    } else {
      at++;
    }
  }
  cells.push(line.slice(start));
  return cells;
}

function endOfQuoted(line: string, quote: string, from: number): number {
  for (let at = from; at < line.length; at += quote.length) {
    at = line.indexOf(quote, at);
    if (at < 0) return line.length;
    if (!line.startsWith(quote, at + quote.length)) return at + quote.length;
    at += quote.length;
  }
  return line.length;
}
