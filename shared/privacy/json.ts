import { type Cell, mask } from './mask.ts';
import { isMasked, type Sensitivity } from './sensitivity.ts';
import { maskText } from './text.ts';

/** A line of JSON, or what was meant to be one, with the values of these fields masked. */
export function maskJsonLine(line: string, hidden: readonly (readonly [string, Sensitivity])[]): string {
  return hidden.reduce((text, [name, sensitivity]) => {
    const shown = (before: string, value: string) => `${before}"${mask(value, sensitivity)}"`;
    return keysOf(name).reduce(
      (rest, key) =>
        rest.replace(valueAfter(key), (_all, before: string, quoted?: string, bare?: string, nested?: string) =>
          nested === undefined ? shown(before, quoted ?? bare ?? '') : `${before}"${fixed}"`,
        ),
      text,
    );
  }, line);
}

const fixed = '****';

/** A field of an object in the record is named by both: `address.city`. In the line it has its own name only. */
function keysOf(name: string): string[] {
  const parts = name.split('.');
  return parts.map((_, from) => parts.slice(from).join('.')).filter((key) => key !== '');
}

/** The value that follows a field's name; a text left open goes on to the end, and so does a list or an object. */
function valueAfter(name: string): RegExp {
  const key = JSON.stringify(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(${key}\\s*:\\s*)(?:"((?:[^"\\\\]|\\\\.)*)"?|([^",{}[\\]\\s]+)|([{[].*))`, 'gs');
}

/**
 * A line of JSON that could not be read, with only that shown which surely is of a field that needs no mask: the line is
 * broken, so what follows no known name may be anyone's. `classes` are those of all fields.
 */
export function maskJsonRecord(line: string, classes: ReadonlyMap<string, Sensitivity>): string {
  const known = knownKeys(classes);
  let out = '';
  let expected: ReadonlySet<Sensitivity> | undefined;
  for (const match of line.matchAll(token)) {
    const [text] = match;
    const after = line.slice(match.index + text.length);
    if (/^\s+$/.test(text) || text === ':') out += text;
    else if (/^[\]},]$/.test(text)) {
      out += text;
      expected = undefined;
    } else if (text === '{' || text === '[') {
      if (expected && [...expected].some(isMasked)) return `${out}"${fixed}"`;
      out += text;
      expected = undefined;
    } else if (/^".*"$/s.test(text) && text.length > 1 && /^\s*:/.test(after)) {
      const name = unquoted(text);
      expected = name === null ? undefined : known.get(name);
      out += expected === undefined ? `"${fixed}"` : text;
    } else {
      out += shownValue(text, expected);
      expected = undefined;
    }
  }
  return out;
}

const token = /"(?:[^"\\]|\\.)*"?|[{}[\],:]|\s+|[^\s{}[\],:"]+/gs;

function shownValue(text: string, possible: ReadonlySet<Sensitivity> | undefined): string {
  const value: Cell = text.startsWith('"') ? unquoted(text) : isPlain(text) ? text : null;
  if (possible === undefined || value === null) return `"${fixed}"`;
  const hiding = [...possible].filter(isMasked);
  const [only] = hiding;
  if (only === undefined) return maskText(text);
  return hiding.length > 1 ? `"${fixed}"` : JSON.stringify(String(mask(value, only)));
}

const isPlain = (text: string) => /^(?:-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)$/.test(text);

/** Null for a text that is not closed, or no JSON. */
function unquoted(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** Each name that may stand in a line, with the classes of all the fields it may belong to. */
function knownKeys(classes: ReadonlyMap<string, Sensitivity>): Map<string, Set<Sensitivity>> {
  const known = new Map<string, Set<Sensitivity>>();
  for (const [name, sensitivity] of classes)
    for (const key of keysOf(name)) known.set(key, (known.get(key) ?? new Set()).add(sensitivity));
  // Names of objects whose fields are columns: what is inside them goes by names of its own.
  for (const name of classes.keys()) {
    const [first = ''] = name.split('.');
    if (!known.has(first)) known.set(first, new Set());
  }
  return known;
}
