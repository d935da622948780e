type Value = string | number | boolean | null | { date: number } | { error: number };

interface SheetSpec {
  name: string;
  rows: readonly (readonly Value[])[];
  /** First and last row, first and last column. */
  merges?: readonly (readonly number[])[];
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly number[];
  hidden?: boolean;
}

interface BookSpec {
  date1904?: boolean;
  encrypted?: boolean;
}

const mostBytes = 8224;
const sectorBytes = 512;
const endOfChain = 0xfffffffe;
const dateStyle = 1;

/** A record of BIFF. */
export function biff(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}

const u16 = (...values: number[]) => Buffer.concat(values.map((value) => Buffer.from([value & 255, value >> 8])));

const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
};

const double = (value: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value, 0);
  return bytes;
};

/** A workbook of Excel 97 (BIFF8) in its container, written by the format's own rules: exceljs cannot. */
export function workbookOf(sheets: readonly SheetSpec[], { date1904, encrypted }: BookSpec = {}): Buffer {
  const strings = [...new Set(sheets.flatMap(({ rows }) => rows.flat().filter((value) => typeof value === 'string')))];
  const bodies = sheets.map((sheet) => sheetOf(sheet, strings));
  const globals = (offsets: readonly number[]) =>
    Buffer.concat([
      biff(0x809, u16(0x600, 5, 0, 0, 0, 0, 0, 0)),
      encrypted ? biff(0x2f, u16(0, 0, 0)) : Buffer.alloc(0),
      biff(0x42, u16(1200)),
      biff(0x22, u16(date1904 ? 1 : 0)),
      biff(0xe0, u16(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
      biff(0xe0, u16(0, 14, 0, 0, 0, 0, 0, 0, 0, 0)),
      ...sheets.map(({ name, hidden }, i) =>
        biff(
          0x85,
          Buffer.concat([
            u32(offsets[i] ?? 0),
            Buffer.from([hidden ? 1 : 0, 0, name.length, 1]),
            Buffer.from(name, 'utf16le'),
          ]),
        ),
      ),
      sharedTexts(strings),
      biff(0x0a, Buffer.alloc(0)),
    ]);
  const start = globals([]).length;
  const offsets = bodies.map((_, i) => bodies.slice(0, i).reduce((at, { length }) => at + length, start));
  return containerOf(Buffer.concat([globals(offsets), ...bodies]));
}

/** Texts are cut where a record is full, and go on with the flag of their width; here they change to wide ones as needed. */
function sharedTexts(strings: readonly string[]): Buffer {
  const records: Buffer[][] = [[u32(strings.length), u32(strings.length)]];
  const room = () => mostBytes - (records.at(-1) ?? []).reduce((total, { length }) => total + length, 0);
  const put = (bytes: Buffer) => records.at(-1)?.push(bytes);
  for (const text of strings) {
    if (room() < 8) records.push([]);
    put(u16(text.length));
    let at = 0;
    do {
      const wide = /[\u0100-\uffff]/.test(text.slice(at, at + room()));
      put(Buffer.from([wide ? 1 : 0]));
      const count = Math.min(text.length - at, Math.floor(room() / (wide ? 2 : 1)));
      put(Buffer.from(text.slice(at, at + count), wide ? 'utf16le' : 'latin1'));
      at += count;
      if (at < text.length) records.push([]);
    } while (at < text.length);
  }
  return Buffer.concat(records.map((pieces, i) => biff(i === 0 ? 0xfc : 0x3c, Buffer.concat(pieces))));
}

function sheetOf(
  { rows, merges = [], hiddenRows = [], hiddenColumns = [] }: SheetSpec,
  strings: readonly string[],
): Buffer {
  return Buffer.concat([
    biff(0x809, u16(0x600, 0x10, 0, 0, 0, 0, 0, 0)),
    ...hiddenColumns.map((column) => biff(0x7d, u16(column, column, 0, 0, 1, 0))),
    ...rows.map((_, row) => biff(0x208, u16(row, 0, 9, 0, 0, 0, hiddenRows.includes(row) ? 0x20 : 0, 0))),
    ...rows.flatMap((cells, row) => cells.flatMap((value, column) => cellOf(value, row, column, strings))),
    merges.length === 0 ? Buffer.alloc(0) : biff(0xe5, u16(merges.length, ...merges.flat())),
    biff(0x0a, Buffer.alloc(0)),
  ]);
}

function cellOf(value: Value, row: number, column: number, strings: readonly string[]): Buffer[] {
  if (value === null) return [];
  const head = u16(row, column, 0);
  if (typeof value === 'string') return [biff(0xfd, Buffer.concat([head, u32(strings.indexOf(value))]))];
  if (typeof value === 'boolean') return [biff(0x205, Buffer.concat([head, Buffer.from([value ? 1 : 0, 0])]))];
  if (typeof value === 'number') {
    const packed = Number.isInteger(value) && row % 2 === 0;
    return [
      packed
        ? biff(0x27e, Buffer.concat([head, u32((value << 2) | 2)]))
        : biff(0x203, Buffer.concat([head, double(value)])),
    ];
  }
  if ('error' in value) return [biff(0x205, Buffer.concat([head, Buffer.from([value.error, 1])]))];
  return [biff(0x203, Buffer.concat([u16(row, column, dateStyle), double(value.date)]))];
}

/** A compound file with one stream, padded so that it needs no small sectors. */
function containerOf(stream: Buffer): Buffer {
  const padded = Buffer.concat([stream], Math.max(4096, Math.ceil(stream.length / sectorBytes) * sectorBytes));
  const count = padded.length / sectorBytes;
  const tables = Math.ceil((count + 2) / (sectorBytes / 4 - 1));
  const header = Buffer.alloc(sectorBytes, 255);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 76);
  u16(0x3e, 3, 0xfffe, 9, 6).copy(header, 24);
  u32(tables).copy(header, 44);
  u32(tables).copy(header, 48);
  u32(4096).copy(header, 56);
  u32(endOfChain).copy(header, 60);
  u32(endOfChain).copy(header, 68);
  for (let i = 0; i < tables; i++) u32(i).copy(header, 76 + 4 * i);
  const links = Buffer.alloc(tables * sectorBytes, 255);
  for (let i = 0; i < tables; i++) u32(0xfffffffd).copy(links, 4 * i);
  u32(endOfChain).copy(links, 4 * tables);
  for (let i = 0; i < count; i++) u32(i === count - 1 ? endOfChain : tables + 2 + i).copy(links, 4 * (tables + 1 + i));
  const directory = Buffer.concat([
    entry('Root Entry', 5, endOfChain, 0, 1),
    entry('Workbook', 2, tables + 1, padded.length),
  ]);
  return Buffer.concat([header, links, Buffer.concat([directory], sectorBytes), padded]);
}

function entry(name: string, kind: number, start: number, size: number, child = 0xffffffff): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, 'utf16le');
  u16((name.length + 1) * 2).copy(bytes, 64);
  bytes[66] = kind;
  for (const [at, value] of [
    [68, 0xffffffff],
    [72, 0xffffffff],
    [76, child],
    [116, start],
    [120, size],
  ] as const)
    u32(value).copy(bytes, at);
  return bytes;
}
