import { AppError } from '#shared/errors/index.ts';
import { type ColumnOption, type ReadOptions, readableTypes, readOptionsSchema } from '#shared/intake/index.ts';

/** How a file is read, where what is detected is wrong. */
export const readingOptions = {
  format: { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  quote: { type: 'string' },
  escape: { type: 'string' },
  comment: { type: 'string' },
  header: { type: 'boolean' },
  'no-header': { type: 'boolean' },
  'header-rows': { type: 'string' },
  skip: { type: 'string' },
  totals: { type: 'boolean' },
  'no-totals': { type: 'boolean' },
  'column-starts': { type: 'string' },
  sheet: { type: 'string' },
  range: { type: 'string' },
  entry: { type: 'string' },
  together: { type: 'boolean' },
  type: { type: 'string', multiple: true },
} as const;

type Value = string | boolean | readonly (string | boolean)[] | undefined;
type Values = Partial<Record<string, Value>>;

/** Names for what is awkward to type; other texts are meant as they are. */
const characters: Readonly<Record<string, string>> = {
  ...{ tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', pipe: '|', space: ' ', none: '', double: '"', single: "'" },
  ...{ backslash: '\\', doubled: '' },
};

const encodingNames: Readonly<Record<string, string>> = {
  ...{ utf8: 'utf-8', gbk: 'gb18030', gb2312: 'gb18030', cp936: 'gb18030', 'big5-hkscs': 'big5', cp950: 'big5' },
  ...{ utf16le: 'utf-16le', utf16be: 'utf-16be', 'utf-16': 'utf-16le', 'shift-jis': 'shift_jis', sjis: 'shift_jis' },
  ...{ cp932: 'shift_jis', latin1: 'windows-1252', 'latin-1': 'windows-1252', 'iso-8859-1': 'windows-1252' },
  ...{ cp1252: 'windows-1252' },
};

/** The options of a command line as the engine takes them, or `usage` with the one that is wrong. */
export function readOptionsOf(values: Values): ReadOptions {
  const encoding = lower(values['encoding']);
  const starts = values['column-starts'];
  const given = {
    format: values['format'],
    encoding: encoding === undefined ? undefined : (encodingNames[encoding] ?? encoding),
    delimiter: character(values['delimiter']),
    quote: character(values['quote']),
    escape: character(values['escape']),
    comment: character(values['comment']),
    header: eitherOf(values, 'header', 'no-header'),
    headerRows: whole(values['header-rows']),
    skip: whole(values['skip']),
    totals: eitherOf(values, 'totals', 'no-totals'),
    columnStarts: typeof starts === 'string' ? starts.split(',').map(Number) : undefined,
    sheet: values['sheet'],
    range: values['range'],
    entry: values['entry'],
    together: values['together'],
    columns: columnsOf(values['type']),
  };
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const parsed = readOptionsSchema.safeParse(said);
  if (parsed.success) return parsed.data;
  const [wrong] = parsed.error.issues;
  const name = String(wrong?.path[0] ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw usage(`--${name}: ${wrong?.message ?? ''}`);
}

/** --type 流失=boolean, once for each column. A name may hold an equals sign, a type does not. */
function columnsOf(given: Value): ColumnOption[] | undefined {
  if (!Array.isArray(given)) return undefined;
  return given.map((each) => {
    const [, column = '', said = ''] = /^(.*)=(\w+)$/s.exec(String(each)) ?? [];
    const type = readableTypes.find((known) => known === said);
    if (column === '' || type === undefined) throw usage(`--type NAME=${readableTypes.join('|')}`);
    return { column, type };
  });
}

function lower(value: Value): string | undefined {
  return typeof value === 'string' ? value.toLowerCase() : undefined;
}

function character(value: Value): string | undefined {
  return typeof value === 'string' ? (characters[value] ?? value) : undefined;
}

function whole(value: Value): number | undefined {
  return typeof value === 'string' ? Number(value || Number.NaN) : undefined;
}

function eitherOf(values: Values, yes: string, no: string): boolean | undefined {
  if (values[yes] && values[no]) throw usage(`--${yes} --${no}?`);
  if (values[no]) return false;
  return values[yes] ? true : undefined;
}

export function usage(reason: string): AppError {
  return new AppError('validation', 'usage', { reason });
}
