import type { FieldType } from '../intake/index.ts';

/** What spreadsheets take for the beginning of a formula, full-width forms and white space before it included. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** Types whose values are never text, so that a minus is a minus. */
const plain: readonly FieldType[] = ['integer', 'number', 'decimal', 'date', 'timestamp', 'time', 'boolean'];

/** A text that a spreadsheet shows instead of working it out. */
export function neutralised(text: string, type: FieldType): string {
  return formula.test(text) && !plain.includes(type) ? `'${text}` : text;
}

const number = /^[-+]?[\d.,]+%?$/;
const maybeGuarded = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** As `neutralised`, and so that `unguarded` gives the text back as it was: for what is to be read again. */
export function guarded(text: string): string {
  const isCode = formula.test(text) && !number.test(text);
  return isCode || maybeGuarded.test(text) ? `'${text}` : text;
}

/** The text that was guarded. */
export function unguarded(text: string): string {
  return maybeGuarded.test(text) ? text.slice(1) : text;
}

/** A cell of a CSV. Empty text is quoted, so that it is told from no value. */
export function csvCell(text: string | null): string {
  if (text === null) return '';
  return text === '' || /[",\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell of what goes on the clipboard, in the form that spreadsheets paste. */
export function tabbedCell(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
