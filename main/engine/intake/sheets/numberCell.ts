import type { CellKind } from './book.ts';
import { momentOf, type NumberKind } from './dates.ts';

/** What a number means by the format of its cell; null for what is no number. */
export function numberCell(
  value: number,
  kind: NumberKind,
  date1904: boolean,
): { kind: CellKind; text: string } | null {
  if (!Number.isFinite(value)) return null;
  const moment = kind === 'number' ? null : momentOf(value, date1904);
  if (moment && kind === 'time' && value < 1) return { kind: 'time', text: moment.time };
  if (moment) {
    return moment.time === '00:00:00'
      ? { kind: 'date', text: moment.date }
      : { kind: 'timestamp', text: `${moment.date} ${moment.time}` };
  }
  return { kind: Number.isInteger(value) ? 'integer' : 'number', text: printed(value) };
}

/**
 * With the 15 digits that Excel shows: 0.30000000000000004 stands in many a file for 0.3. Whole numbers keep all theirs and
 * get no exponent, for they may be identifiers.
 */
function printed(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(15)));
}
