import { entriesOf } from '../json/columns.ts';
import { columnNames } from '../names.ts';
import { linesOf } from '../source/lines.ts';
import { maximumObjectBytes } from './split.ts';

type TakeTexts = (rows: readonly (readonly (string | null)[])[]) => Promise<void>;

const rowsAtATime = 1000;

/**
 * The header and the rows of objects in lines, which are good JSON, every value as it stands: 1.50 is no 1.5, and a number of any
 * length keeps its digits. Objects are taken apart one level deep, as they are where types are applied.
 */
export async function textsOfObjects(path: string, take: TakeTexts): Promise<void> {
  const columns = await columnsIn(path);
  await take([columnNames(columns.map(({ name }) => name))]);
  let rows: (string | null)[][] = [];
  for await (const { bytes } of linesOf(path, maximumObjectBytes)) {
    const entries = new Map(entriesOf(bytes.toString('utf8')).map(({ key, value }) => [key, value]));
    const inner = new Map<string, ReadonlyMap<string, string>>();
    const cell = ({ key, field }: Column): string | null => {
      const value = entries.get(key) ?? 'null';
      if (field === null) return textOf(value);
      if (!value.startsWith('{')) return null;
      const known = inner.get(key) ?? new Map(entriesOf(value).map((entry) => [entry.key, entry.value]));
      inner.set(key, known);
      return textOf(known.get(field) ?? 'null');
    };
    rows.push(columns.map(cell));
    if (rows.length < rowsAtATime) continue;
    await take(rows);
    rows = [];
  }
  await take(rows);
}

interface Column {
  readonly name: string;
  readonly key: string;
  /** Of the object that `key` holds; null where its value is the column. */
  readonly field: string | null;
}

async function columnsIn(path: string): Promise<Column[]> {
  const keys = new Map<string, { readonly fields: Set<string>; otherToo: boolean }>();
  for await (const { bytes } of linesOf(path, maximumObjectBytes)) {
    for (const { key, value } of entriesOf(bytes.toString('utf8'))) {
      const known = keys.get(key) ?? { fields: new Set(), otherToo: false };
      keys.set(key, known);
      if (value.startsWith('{')) for (const entry of entriesOf(value)) known.fields.add(entry.key);
      else if (value !== 'null') known.otherToo = true;
    }
  }
  const taken = new Set([...keys.keys()].map((key) => key.toLowerCase()));
  return [...keys].flatMap(([key, { fields, otherToo }]): Column[] => {
    const names = [...fields].map((field) => ({ name: `${key}.${field}`, key, field }));
    const whole = names.length === 0 || otherToo || names.some(({ name }) => taken.has(name.toLowerCase()));
    return whole ? [{ name: key, key, field: null }] : names;
  });
}

/** A text without its quotes; anything else as it is written. */
export function textOf(value: string): string | null {
  if (value === 'null') return null;
  return value.startsWith('"') ? String(JSON.parse(value)) : value;
}
