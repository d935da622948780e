/** The shared texts of a workbook, by number. Millions of them are kept as bytes: as JavaScript strings they take several times the room. */
export interface Strings {
  readonly length: number;
  add(text: string): void;
  get(index: number): string;
}

const firstBytes = 1 << 16;
/** Bytes that one UTF-16 unit takes at most. */
const widest = 3;
const pieceBytes = 1 << 26;

export function createStrings(): Strings {
  const pieces: Buffer[] = [];
  let piece = Buffer.alloc(firstBytes);
  let used = 0;
  let length = 0;
  let starts = new Uint32Array(1024);
  let ends = new Uint32Array(1024);
  let places = new Uint16Array(1024);
  const room = (wanted: number) => {
    if (used + wanted <= piece.length) return;
    if (used + wanted > pieceBytes && used > 0) {
      pieces.push(piece.subarray(0, used));
      piece = Buffer.alloc(Math.max(firstBytes, wanted));
      used = 0;
      return;
    }
    const larger = Buffer.alloc(Math.max(piece.length * 2, used + wanted));
    piece.copy(larger, 0, 0, used);
    piece = larger;
  };
  const grown = <T extends Uint32Array | Uint16Array>(from: T, into: T): T => {
    into.set(from);
    return into;
  };
  return {
    get length() {
      return length;
    },
    add(text) {
      if (length === starts.length) {
        starts = grown(starts, new Uint32Array(length * 2));
        ends = grown(ends, new Uint32Array(length * 2));
        places = grown(places, new Uint16Array(length * 2));
      }
      room(text.length * widest);
      starts[length] = used;
      used += piece.write(text, used, 'utf8');
      ends[length] = used;
      places[length] = pieces.length;
      length++;
    },
    get(index) {
      if (!(index >= 0 && index < length)) return '';
      return (pieces[places[index] ?? 0] ?? piece).toString('utf8', starts[index], ends[index]);
    },
  };
}
