import { canBeSummed, figureOf, type OwnFigure, plus } from '#shared/controls/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { formFrom } from './delimited/numberForms.ts';
import { isGrandTotal } from './delimited/totals.ts';
import type { TotalRow } from './loading.ts';

const counted = [
  /(?:记录总?数|总记录数?|总?行数|条数|总共|共计?)\s*[:：]?\s*(\d[\d,]*)\s*[条行笔]?(?:记录|数据)?\s*$/,
  /^[(（]?(\d[\d,]*)\s+(?:rows?|records?)\b/i,
  /(?:rows?|records?)(?: count)?\s*[:：(]\s*(\d[\d,]*)/i,
] as const;

/** Digits of which a workbook is sure: what it adds up itself ends in others. */
const sureDigits = 15;

/** What the rows that intake took out as totals say of the table: sums by field, and how many rows it has. The last counts. */
export function ownFiguresOf(
  rows: readonly TotalRow[],
  fields: readonly Field[],
  { forms = {}, format }: Pick<Dataset, 'forms' | 'format'>,
): OwnFigure[] {
  const found = new Map<string | null, OwnFigure>();
  const isBook = format === 'xlsx' || format === 'xls';
  for (const { line, cells } of rows) {
    const rowCount = cells.flatMap(({ text }) => countIn(text) ?? [])[0];
    if (rowCount !== undefined) found.set(null, { field: null, figure: rowCount, line });
    if (!isGrandTotal(cells.map(({ text }) => text))) continue;
    for (const { name } of fields.filter(canBeSummed)) {
      const text = cells.find((cell) => cell.field === name)?.text ?? '';
      const form = formFrom(forms[name] ?? '.');
      if (form.percent) continue;
      const figure = figureOf(isBook ? rounded(text) : text, form.decimal === ',');
      if (figure !== null) found.set(name, { field: name, figure, line });
    }
  }
  return [...found.values()];
}

function countIn(text: string): string | undefined {
  for (const pattern of counted) {
    const digits = pattern.exec(text.normalize('NFKC').trim())?.[1];
    if (digits) return figureOf(digits) ?? undefined;
  }
  return undefined;
}

const rounded = (text: string) =>
  /^-?\d+\.\d+$/.test(text) && text.replace(/\D/g, '').length > sureDigits
    ? String(Number(Number(text).toPrecision(sureDigits)))
    : text;

/** Of files that became one table: a figure that each of them has, added up. The line is that of the last. */
export function figuresTogether(all: readonly (readonly OwnFigure[] | undefined)[]): OwnFigure[] {
  const [first = [], ...others] = all;
  return first.flatMap((own) => {
    const rest = others.map((figures) => figures?.find(({ field }) => field === own.field));
    if (!rest.every((each) => each !== undefined)) return [];
    return [rest.reduce((sum, each) => ({ ...each, figure: plus(sum.figure, each.figure) }), own)];
  });
}
