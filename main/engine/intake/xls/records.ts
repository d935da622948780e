/** A record of a BIFF stream: its number and its data, in pieces where they go on in CONTINUE records. */
export interface BiffRecord {
  readonly type: number;
  readonly pieces: readonly [Buffer, ...Buffer[]];
}

export const recordTypes = {
  bof: 0x809,
  eof: 0x0a,
  codePage: 0x42,
  dateMode: 0x22,
  filePass: 0x2f,
  boundSheet: 0x85,
  format: 0x41e,
  xf: 0xe0,
  sst: 0xfc,
  colInfo: 0x7d,
  row: 0x208,
  labelSst: 0xfd,
  label: 0x204,
  rString: 0xd6,
  number: 0x203,
  rk: 0x27e,
  mulRk: 0xbd,
  boolErr: 0x205,
  formula: 0x06,
  string: 0x207,
  mergedCells: 0xe5,
} as const;

const continued = 0x3c;

/** The records from `offset` on. `broken` is thrown where one goes beyond the end of the stream. */
export function* records(stream: Buffer, offset: number, broken: (detail: string) => Error): Generator<BiffRecord> {
  let current: { type: number; pieces: [Buffer, ...Buffer[]] } | null = null;
  for (let at = offset; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    if (end > stream.length) throw broken(`record ${type.toString(16)} at ${at}`);
    const data = stream.subarray(at + 4, end);
    if (type === continued && current) current.pieces.push(data);
    else {
      if (current) yield current;
      current = { type, pieces: [data] };
    }
    at = end;
  }
  if (current) yield current;
}
