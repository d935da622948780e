import type { Fault } from '../jsonl/split.ts';
import { columnNames } from '../names.ts';

/** A table of lists: each row is a list of values, and the names of the columns stand by themselves. */
export interface RowsShape {
  /** As many values as a row has; null where the first row says it. */
  readonly names: readonly string[] | null;
}

const namesKey = /"(?:columns?|fields?|headers?|names?|cols|column_?names|titles?)"\s*:\s*\[/gi;
/** Not what has lists in its rows: those are places on a map. */
const listInList = /(?:^|:)\s*\[\s*\[(?!\s*[[{])/;

/** By the beginning of a JSON text; null where its rows are no lists. */
export function rowsShapeOf(head: string): RowsShape | null {
  const rows = listInList.exec(head);
  if (!rows) return null;
  if (/^\s*\[/.test(head)) return { names: null };
  for (const found of head.matchAll(namesKey)) {
    const names = namesIn(listAt(head, found.index + found[0].length - 1));
    const first = partsOf(head.slice(rows.index + rows[0].length - 1));
    if (names && (first === null || first.length === names.length)) return { names };
  }
  return /:\s*\[\s*\{/.test(head) ? null : { names: null };
}

/** The names in a list of texts, or of objects that each have one. */
function namesIn(list: string | null): readonly string[] | null {
  const values = list === null ? null : parsed(list);
  if (!Array.isArray(values) || values.length === 0) return null;
  const names = values.flatMap((value: unknown) => nameOf(value) ?? []);
  return names.length === values.length ? names : null;
}

function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, name] of Object.entries(value))
    if (/^(?:name|field|key|id|column|title|label)$/i.test(key) && typeof name === 'string') return name;
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The text of the list that begins at `from`; null where it does not end. */
function listAt(text: string, from: number): string | null {
  const parts = partsOf(text.slice(from));
  return parts === null ? null : `[${parts.join(',')}]`;
}

/** The values of a list, or the entries of an object, as they are written in it; null where it does not end. */
export function partsOf(text: string): string[] | null {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inText) {
      if (char === '\\') at++;
      else if (char === '"') inText = false;
      continue;
    }
    if (char === '"') inText = true;
    else if (char === '[' || char === '{') {
      if (depth++ === 0) start = at + 1;
    } else if (char === ',' && depth === 1) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    } else if (char === ']' || char === '}') {
      if (--depth > 0) continue;
      const last = text.slice(start, at).trim();
      if (last !== '' || parts.length > 0) parts.push(last);
      return parts;
    }
  }
  return null;
}

/**
 * Makes objects of rows, in which every value is as it stands. Says `header` of a first row that names the columns, and what is
 * wrong with a row of another length.
 */
export function objectsOfRows({ names }: RowsShape): (row: string) => string | Fault {
  let keys = names === null ? null : keysOf(names);
  return (row) => {
    const parts = row.startsWith('[') ? partsOf(row) : null;
    if (parts === null) return { reason: 'notObject', detail: 'not a list' };
    if (keys === null) {
      const named = namesOfFirst(parts);
      keys = keysOf(named ?? parts.map(() => ''));
      if (named) return 'header';
    }
    const detail = `${parts.length} / ${keys.length}`;
    if (parts.length < keys.length) return { reason: 'missingColumns', detail };
    if (parts.length > keys.length) return { reason: 'tooManyColumns', detail };
    return `{${keys.map((key, i) => `${key}:${parts[i]}`).join(',')}}`;
  };
}

const keysOf = (names: readonly string[]) => columnNames(names).map((name) => JSON.stringify(name));

/** Texts that are all there, and no two alike; null where the first row is one as the others. */
function namesOfFirst(parts: readonly string[]): string[] | null {
  const values = parts.map(parsed);
  const names = values.filter((value) => typeof value === 'string' && value.trim() !== '').map(String);
  return names.length === parts.length && new Set(names).size === names.length ? names : null;
}
