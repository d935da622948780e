import { columnNames } from '../names.ts';
import { isJson } from './isJson.ts';
import { partsOf } from './rows.ts';

/** Characters of a text that has to be read as a whole: its last column comes when all rows have begun. */
export const mostWhole = 64_000_000;

interface Entry {
  readonly key: string;
  /** As it is written. */
  readonly value: string;
}

/**
 * The rows of a JSON text that has its columns one after the other, as objects: {"a": [..], "b": [..]}, {"a": {"0": ..}} or
 * {"C001": {"a": ..}}, as pandas and others write them. Null where it is nothing of the kind.
 */
export function rowsOfColumns(text: string): Iterable<string> | null {
  if (text.length > mostWhole || !/^\s*\{/.test(text) || !isJson(text)) return null;
  const entries = entriesOf(text);
  if (entries.length === 0) return null;
  if (entries.every(({ value }) => value.startsWith('['))) return rowsOfLists(entries);
  return entries.every(({ value }) => value.startsWith('{')) ? rowsOfObjects(entries) : null;
}

function rowsOfLists(entries: readonly Entry[]): Iterable<string> | null {
  const lists = entries.map(({ value }) => partsOf(value) ?? []);
  const rows = lists[0]?.length ?? 0;
  if (rows === 0 || lists.some((list) => list.length !== rows)) return null;
  const keys = columnNames(entries.map(({ key }) => key));
  return rowsFrom(
    keys,
    rows,
    lists.map((list) => (row: number) => list[row]),
  );
}

/** Objects in an object: numbered rows say which way it lies; otherwise each object is a row, with its key. */
function rowsOfObjects(entries: readonly Entry[]): Iterable<string> | null {
  const objects = entries.map(({ key, value }) => ({ key, entries: entriesOf(value) }));
  const outer = objects.map(({ key }) => key);
  const inner = [...new Set(objects.flatMap((object) => object.entries.map(({ key }) => key)))];
  const byKey = objects.map((object) => new Map(object.entries.map(({ key, value }) => [key, value])));
  const complete = byKey.every((object) => object.size === inner.length);
  if (inner.length === 0 || (outer.length < 2 && !isNumbered(inner))) return null;
  if (isNumbered(inner) && !isNumbered(outer)) {
    if (!complete) return null;
    const columns = byKey.map((object) => (row: number) => object.get(inner[row] ?? ''));
    return labelled(inner, outer, columns);
  }
  if (!complete && !isNumbered(outer)) return null;
  const columns = inner.map((key) => (row: number) => byKey[row]?.get(key));
  return labelled(outer, inner, columns);
}

type Column = (row: number) => string | undefined;

/** With the labels of the rows as a column, where they are more than 0, 1, 2. */
function labelled(labels: readonly string[], names: readonly string[], columns: readonly Column[]): Iterable<string> {
  const counted = labels.every((label, i) => label === String(i));
  const label = (row: number) => JSON.stringify(labels[row]);
  return counted
    ? rowsFrom(columnNames(names), labels.length, columns)
    : rowsFrom(columnNames(['index', ...names]), labels.length, [label, ...columns]);
}

function* rowsFrom(names: readonly string[], rows: number, columns: readonly Column[]): Generator<string> {
  const keys = names.map((name) => JSON.stringify(name));
  for (let row = 0; row < rows; row++)
    yield `{${columns.map((column, i) => `${keys[i]}:${column(row) ?? 'null'}`).join(',')}}`;
}

const isNumbered = (keys: readonly string[]) => keys.every((key) => /^-?\d+$/.test(key));

/** The entries of an object, which is good JSON, in their order. */
export function entriesOf(object: string): Entry[] {
  return (partsOf(object) ?? []).map((part) => {
    const key = /^"(?:[^"\\]|\\.)*"/s.exec(part)?.[0] ?? '""';
    return { key: String(JSON.parse(key)), value: part.slice(part.indexOf(':', key.length) + 1).trim() };
  });
}
