/** An element of the list, as its bytes; `line` is where it begins. Only the beginning of one beyond the limit is kept. */
export interface ListItem {
  readonly line: number;
  readonly bytes: Buffer;
  readonly tooLong: boolean;
}

interface ListReader {
  push(chunk: Buffer): ListItem[];
  /** Whether the list was reached, and left. */
  state(): 'before' | 'inside' | 'ended';
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Finds the first list in a JSON text whose first element is an object, wherever it stands, and takes it apart. It looks at
 * brackets and quotes only: whether an element is good JSON is for others to say.
 */
export function createListReader(limit: number): ListReader {
  /** Depth of the brackets around the list's elements; 0 until the list is found. */
  let listDepth = 0;
  let depth = 0;
  let ended = false;
  let inText = false;
  let escaped = false;
  let line = 1;
  /** The last thing before this byte, blanks left out, was the bracket of a list. */
  let listOpened = false;
  let begun = 0;
  let held: Buffer[] = [];
  let length = 0;
  let collecting = false;

  const isBlank = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

  return {
    state: () => (ended ? 'ended' : listDepth > 0 ? 'inside' : 'before'),
    push(chunk) {
      const items: ListItem[] = [];
      let start = 0;
      const keep = (end: number) => {
        // What is beyond the limit is counted, not kept.
        if (length < limit && end > start) held.push(Buffer.from(chunk.subarray(start, end)));
        length += end - start;
        start = end;
      };
      const finish = (end: number) => {
        keep(end);
        items.push({ line: begun, bytes: trimmed(Buffer.concat(held)), tooLong: length > limit });
        held = [];
        length = 0;
        collecting = false;
      };
      const begin = (at: number) => {
        collecting = true;
        begun = line;
        start = at;
      };
      for (let at = 0; at < chunk.length && !ended; at++) {
        const byte = chunk[at] ?? 0;
        if (byte === 0x0a) line++;
        if (inText) {
          if (escaped) escaped = false;
          else if (byte === backslash) escaped = true;
          else if (byte === quote) inText = false;
          continue;
        }
        if (isBlank(byte)) continue;
        if (listDepth > 0 && depth === listDepth && !collecting && byte !== comma && byte !== closeBracket) begin(at);
        switch (byte) {
          case quote:
            inText = true;
            break;
          case openBrace:
            if (listDepth === 0 && listOpened) {
              listDepth = depth;
              begin(at);
            }
            depth++;
            break;
          case openBracket:
            depth++;
            break;
          case closeBrace:
            depth--;
            break;
          case closeBracket:
            if (listDepth > 0 && depth === listDepth) {
              if (collecting) finish(at);
              ended = true;
            }
            depth--;
            break;
          case comma:
            if (collecting && depth === listDepth) finish(at);
            break;
        }
        listOpened = byte === openBracket;
      }
      if (collecting) keep(chunk.length);
      return items;
    },
  };
}

function trimmed(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) <= 0x20) end--;
  return bytes.subarray(0, end);
}
