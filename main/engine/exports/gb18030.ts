/** Encodes text as GB18030, which Node can only decode: its table is read out of the decoder once, when first needed. */
export function encodeGb18030(text: string): Buffer {
  const table = twoAndFourBytes();
  const bytes = Buffer.allocUnsafe(text.length * 4);
  let at = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point < 0x80 ? point : point > 0xffff ? supplementary(point) : (table[point] ?? 0);
    if (code === 0 && point !== 0) bytes[at++] = 0x3f;
    else if (code < 0x80) bytes[at++] = code;
    else if (code <= 0xffff) at = bytes.writeUInt16BE(code, at);
    else at = bytes.writeUInt32BE(code, at);
  }
  return bytes.subarray(0, at);
}

/** Bytes of a four-byte code run from 0x81308130, the second and fourth through ten values, the third through 126. */
function fourBytes(index: number, first: number): number {
  const fourth = index % 10;
  const third = Math.floor(index / 10) % 126;
  const second = Math.floor(index / 1260) % 10;
  const lead = Math.floor(index / 12600);
  return (first + lead) * 0x1000000 + (0x30 + second) * 0x10000 + (0x81 + third) * 0x100 + (0x30 + fourth);
}

/** Characters beyond the first plane follow one another from 0x90308130. */
function supplementary(point: number): number {
  return fourBytes(point - 0x10000, 0x90);
}

/** Four-byte codes of the first plane. */
const fourByteCodes = 39_420;

let known: Uint32Array | undefined;

/** The code of each character of the first plane; 0 where it has none. */
function twoAndFourBytes(): Uint32Array {
  if (known) return known;
  const table = new Uint32Array(0x10000);
  const decoder = new TextDecoder('gb18030');
  const note = (bytes: Uint8Array, code: number) => {
    const text = decoder.decode(bytes);
    const point = text.length === 1 ? text.charCodeAt(0) : 0xfffd;
    if (point !== 0xfffd && table[point] === 0) table[point] = code;
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) note(Uint8Array.of(lead, trail), lead * 0x100 + trail);
    }
  }
  const bytes = Buffer.alloc(4);
  for (let index = 0; index < fourByteCodes; index++) {
    const code = fourBytes(index, 0x81);
    bytes.writeUInt32BE(code);
    note(bytes, code);
  }
  table[0xfffd] = 0x8431a437;
  known = table;
  return table;
}
