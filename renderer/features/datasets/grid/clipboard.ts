import { neutralised, tabbedCell } from '#shared/exports/index.ts';
import type { Field } from '#shared/intake/index.ts';
import type { Cell, GridRow } from './rows.ts';

/** Rows that are copied at once: beyond them an export is the way. */
export const mostCopied = 5000;

/** Cells as spreadsheets paste them. They come masked from the engine; formulas are disarmed here. */
export function tabbed(fields: readonly Field[], places: readonly number[], rows: readonly GridRow[]): string {
  const line = (row: GridRow) => places.map((place) => cellText(row[place], fields[place])).join('\t');
  return rows.map(line).join('\r\n');
}

export function tabbedHeads(fields: readonly Field[], places: readonly number[]): string {
  return places.map((place) => tabbedCell(neutralised(fields[place]?.name ?? '', 'text'))).join('\t');
}

function cellText(value: Cell | undefined, field: Field | undefined): string {
  if (value === null || value === undefined || !field) return '';
  return tabbedCell(neutralised(String(value), field.type));
}

/** Puts text on the clipboard while a key press or click is fresh, without the permission that the locks deny. */
export function putOnClipboard(text: string): boolean {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const allow = (event: Event) => event.preventDefault();
  document.addEventListener('copy', onCopy, true);
  document.addEventListener('beforecopy', allow, true);
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', onCopy, true);
    document.removeEventListener('beforecopy', allow, true);
  }
}
