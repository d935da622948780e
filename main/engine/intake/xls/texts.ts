/** Reads values out of a record whose data may go on in further pieces. Beyond the end there are zeros. */
export interface PieceReader {
  readonly ended: boolean;
  u8(): number;
  u16(): number;
  u32(): number;
  skip(bytes: number): void;
  /** A text of BIFF8 of so many UTF-16 units, its flags first. */
  text(units: number): string;
}

export function createPieceReader(pieces: readonly Buffer[]): PieceReader {
  let index = 0;
  let at = 0;
  const piece = () => pieces[index] ?? Buffer.alloc(0);
  const settle = () => {
    while (at >= piece().length && index < pieces.length) {
      index++;
      at = 0;
    }
  };
  const u8 = () => {
    settle();
    return piece()[at++] ?? 0;
  };
  const u16 = () => u8() | (u8() << 8);
  const u32 = () => (u16() | (u16() << 16)) >>> 0;
  const skip = (bytes: number) => {
    for (let left = bytes; left > 0 && index < pieces.length; ) {
      settle();
      const step = Math.min(left, piece().length - at);
      if (step <= 0) break;
      at += step;
      left -= step;
    }
  };
  return {
    get ended() {
      settle();
      return index >= pieces.length;
    },
    ...{ u8, u16, u32, skip },
    text(units) {
      let flags = u8();
      const runs = flags & 8 ? u16() : 0;
      const extra = flags & 4 ? u32() : 0;
      let text = '';
      for (let left = units; left > 0; ) {
        if (at >= piece().length) {
          settle();
          if (index >= pieces.length) break;
          // Where a text goes on in another piece, that begins with flags of its own.
          flags = u8();
        }
        const wide = (flags & 1) === 1;
        const count = Math.min(left, wide ? (piece().length - at) >> 1 : piece().length - at);
        if (count <= 0) break;
        const end = at + count * (wide ? 2 : 1);
        text += piece().toString(wide ? 'utf16le' : 'latin1', at, end);
        at = end;
        left -= count;
      }
      skip(runs * 4 + extra);
      return text;
    },
  };
}

/** The decoder for a code page of BIFF5; Western where it says nothing. */
export function decoderOf(codePage: number): TextDecoder {
  const known: Readonly<Record<number, string>> = {
    932: 'shift_jis',
    936: 'gb18030',
    949: 'euc-kr',
    950: 'big5',
    1200: 'utf-16le',
    10000: 'macintosh',
    32768: 'macintosh',
    65001: 'utf-8',
  };
  const windows = (codePage >= 1250 && codePage <= 1258) || codePage === 874 ? `windows-${codePage}` : 'windows-1252';
  return new TextDecoder(known[codePage] ?? windows);
}
