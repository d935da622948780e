import type { ReadableType } from '#shared/intake/index.ts';
import type { Cell, CellKind } from '../sheets/book.ts';
import type { SqliteValue } from './database.ts';

const day = /^\d{4}-\d\d-\d\d$/;
const moment = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?$/;

/** What a value of SQLite is: its own class, and what the column was declared as where SQLite has none of its own. */
export function cellOf(value: SqliteValue, declared: string, column: number): Cell | null {
  const cell = (kind: CellKind, text: string): Cell => ({ column, kind, text });
  if (value === null) return null;
  if (typeof value === 'bigint') {
    const truth = /^bool/i.test(declared) && (value === 0n || value === 1n);
    return truth ? cell('boolean', value === 1n ? 'true' : 'false') : cell('integer', value.toString());
  }
  if (typeof value === 'number') return cell('number', String(value));
  if (typeof value !== 'string') return cell('text', value.toString('hex'));
  const text = value.replaceAll('\0', '');
  if (/^date/i.test(declared) && day.test(text)) return cell('date', text);
  if (/^(?:datetime|timestamp)/i.test(declared) && moment.test(text)) return cell('timestamp', text.replace('T', ' '));
  return cell('text', text);
}

/** The type of a column without a value. */
export function declaredType(declared: string): ReadableType {
  if (/^bool/i.test(declared)) return 'boolean';
  if (/^(?:datetime|timestamp)/i.test(declared)) return 'timestamp';
  if (/^date/i.test(declared)) return 'date';
  if (/int/i.test(declared)) return 'integer';
  return /real|floa|doub|num|dec/i.test(declared) ? 'number' : 'text';
}
